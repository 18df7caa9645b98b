import { type Finding, fieldName, type Path } from './findings'
import type { Complaint } from './schema-findings'
import { readYaml, type Source } from './yaml'

/** Some four thousand items; a larger file is a mistake or an attack. */
const LARGEST_BYTES = 2 * 1024 * 1024

/** A file's bytes as YAML, or why they are none. */
export function readSource(
  bytes: Uint8Array,
  name: string,
): { ok: true; source: Source; text: string } | { ok: false; findings: Finding[] } {
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
  if (source.problems.length === 0) return { ok: true, source, text }
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

/** What makes a complaint about a field a finding: the place in the file where the field stands. */
export const toFinding =
  (source: Source, name: string) =>
  ({ path, key, message, severity }: Complaint): Finding => {
    const field = fieldName(key === undefined ? path : [...path, key])
    const { line, column } = key === undefined ? source.place(path) : source.placeOfKey(path, key)
    const item = itemAt(source.value, path)
    return { file: name, line, column, field, ...(item && { item }), message, severity: severity ?? 'error' }
  }

/** The same for a file that could not be read: all there is to point at is the file. */
export const wholeFile =
  (file: string) =>
  ({ message }: Complaint): Finding => ({ file, line: 1, field: '', message, severity: 'error' })

/** The id of the item that a path leads into. */
function itemAt(value: unknown, [list, at]: Path): string | undefined {
  if (typeof list !== 'string' || typeof at !== 'number') return undefined
  const id = (value as Record<string, { id?: unknown }[] | undefined>)[list]?.[at]?.id
  return typeof id === 'string' ? id : undefined
}
