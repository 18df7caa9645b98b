import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadDecks } from '@/lib/content/load'
import { SAMPLE_YAML } from '@/lib/content/testing'

/** A broken deck: the sample with one edit, the line that is to be named, and what is to be said there. */
export type Slip = { title: string; text: string; line: number; said: string }

/**
 * Reads a table of slips, a paragraph each:
 *
 *     # an unknown level            what is wrong
 *     - level: intermediate         lines of the sample, whatever their indentation, which are replaced …
 *     + tags: [sound]               … by these,
 *     > level: expert               and this one, which the finding is to name
 *     @ - id: steam                 (or else the line of the outcome that is to be named)
 *     ! questions[0].level  …       field and sentence of the finding
 */
export function readSlips(table: string): Slip[] {
  return table
    .trim()
    .split(/\n\s*\n/)
    .map(readSlip)
}

function readSlip(paragraph: string): Slip {
  const lines = paragraph.split('\n')
  const after = (...signs: string[]) =>
    lines.filter((line) => signs.some((sign) => line.startsWith(sign))).map((line) => line.slice(2))
  const [title = '', said = ''] = [after('#')[0], after('!')[0]]
  const sample = SAMPLE_YAML.split('\n')
  const old = after('-')
  const from = sample.findIndex((_, at) =>
    old.every((line, more) => sample[at + more]?.trim() === line.trim()),
  )
  if (from < 0 || old.length === 0) throw new Error(`The sample has no such lines: ${title}`)
  const indentation = sample[from]?.match(/^ */)?.[0] ?? ''
  const edited = lines.filter((line) => /^[+>]/.test(line))
  const changed = sample.toSpliced(from, old.length, ...edited.map((line) => indentation + line.slice(2)))
  const [at] = after('@')
  const named = edited.findIndex((line) => line.startsWith('>'))
  const line = at === undefined ? from + named : changed.findIndex((each) => each.trim() === at.trim())
  if (line < 0 || (at === undefined && named < 0)) throw new Error(`No line is to be named: ${title}`)
  return { title, text: changed.join('\n'), line: line + 1, said }
}

/** Findings of a folder with these files, as `physics/kettles.yaml:12 cards[0].level  (warning) Sentence.` */
export async function findingsOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-broken-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    }
    const { findings } = await loadDecks(folder)
    return findings.map(
      ({ file, line, field, message, severity }) =>
        `${file.slice(folder.length + 1)}:${line} ${field}  ${severity === 'warning' ? '(warning) ' : ''}${message.replaceAll(folder, 'content')}`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
