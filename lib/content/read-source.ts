import { type Finding, fieldName } from './findings'
import type { Complaint } from './schema-findings'
import { readYaml, type Source } from './yaml'

/** Some four thousand items; a larger file is a mistake or an attack. */
const LARGEST_BYTES = 2 * 1024 * 1024

/** A file's bytes as YAML, or why they are none. */
export function readSource(
  bytes: Uint8Array,
  name: string,
): { ok: true; source: Source } | { ok: false; findings: Finding[] } {
  const whole = (message: string) => ({
    ok: false as const,
    findings: [{ file: name, line: 1, field: '', message, severity: 'error' as const }],
  })
  if (bytes.length > LARGEST_BYTES)
    return whole(`The file is larger than ${LARGEST_BYTES / 1024 / 1024} MB. Split the deck into several.`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return whole('The file is not UTF-8 text. Save it as UTF-8.')
  }
  const source = readYaml(text)
  if (source.problems.length === 0) return { ok: true, source }
  return {
    ok: false,
    findings: source.problems.map(
      (problem): Finding => ({
        file: name,
        field: '',
        severity: 'error',
        ...problem,
      }),
    ),
  }
}

/** Complaints about fields, each with the place in the file where its field stands. */
export const toFindings = (source: Source, name: string, complaints: readonly Complaint[]): Finding[] =>
  complaints.map(({ path, key, message, severity }) => {
    const field = fieldName(key === undefined ? path : [...path, key])
    const { line, column } = key === undefined ? source.place(path) : source.placeOfKey(path, key)
    return { file: name, line, column, field, message, severity: severity ?? 'error' }
  })
