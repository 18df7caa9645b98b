import { deckComplaints } from './checks'
import type { LoadedDeck } from './deck'
import { type Finding, fieldName, type Path } from './findings'
import { type ReadPicture, readPicture } from './pictures'
import { deckSchema } from './schema'
import { type Complaint, schemaComplaints } from './schema-findings'
import { toDeck } from './to-items'
import { type Place, readYaml } from './yaml'

/** Some four thousand items; a larger file is a mistake or an attack. */
const LARGEST_BYTES = 2 * 1024 * 1024

export type At = {
  /** What findings call the file. */
  name: string
  /** Where its pictures are. */
  folder: string
  topic: string
  /** Whether to lay out every text, which finds broken formulas and the like and costs most of the time. */
  texts: boolean
}

export type CheckedFile = {
  findings: Finding[]
  /** Where the deck's id stands and what it is, when there is one: ids are unique over all files. */
  id?: Place & { value: string }
  /** Names of the picture files that it names. */
  pictures: string[]
  /** The deck, when nothing but warnings was found. */
  deck?: LoadedDeck
}

/**
 * Checks one deck file as a whole and finds everything at once.
 */
export async function checkFile(bytes: Uint8Array, at: At): Promise<CheckedFile> {
  const whole = (message: string): CheckedFile => ({
    findings: [{ file: at.name, line: 1, field: '', message, severity: 'error' }],
    pictures: [],
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
  if (source.problems.length > 0)
    return {
      pictures: [],
      findings: source.problems.map(
        (problem): Finding => ({
          file: at.name,
          field: '',
          severity: 'error',
          ...problem,
        }),
      ),
    }

  const { value } = source
  const named = namedPictures(value)
  const read = new Map<string, ReadPicture>()
  for (const { file } of named) if (!read.has(file)) read.set(file, await readPicture(at.folder, file))
  const complaints = [
    ...schemaComplaints(value),
    ...deckComplaints(value),
    ...(at.texts ? await (await import('./text-complaints')).textComplaints(value) : []),
    ...pictureComplaints(named, read),
  ]
  const findings = complaints.map(({ path, key, message, severity }): Finding => {
    const field = fieldName(key === undefined ? path : [...path, key])
    const { line, column } = key === undefined ? source.place(path) : source.placeOfKey(path, key)
    return { file: at.name, line, column, field, message, severity: severity ?? 'error' }
  })

  const id = (value as { id?: unknown } | null)?.id
  const parsed = deckSchema.safeParse(value)
  const clean = parsed.success && findings.every(({ severity }) => severity === 'warning')
  const digests = new Map([...read].flatMap(([file, result]) => (result.ok ? [[file, result.digest]] : [])))
  return {
    findings,
    pictures: [...read.keys()],
    ...(typeof id === 'string' && { id: { value: id, ...source.place(['id']) } }),
    ...(clean && { deck: toDeck(parsed.data, at.topic, digests, text) }),
  }
}

type Named = { path: Path; file: string }

/** Well-formed names only: the schema speaks of the others, and none of them is ever opened. */
function namedPictures(value: unknown): Named[] {
  const list = (of: unknown): unknown[] => (Array.isArray(of) ? of : [])
  const get = (of: unknown, key: string): unknown => (of as Record<string, unknown> | null | undefined)?.[key]
  const plain = deckSchema.shape.cards.unwrap().element.shape.pictures.unwrap().element.shape.file
  return ['cards', 'questions', 'prompts'].flatMap((kind) =>
    list(get(value, kind)).flatMap((item, at) =>
      list(get(item, 'pictures')).flatMap((picture, place): Named[] => {
        const file = plain.safeParse(get(picture, 'file'))
        return file.success ? [{ path: [kind, at, 'pictures', place, 'file'], file: file.data }] : []
      }),
    ),
  )
}

function pictureComplaints(named: readonly Named[], read: ReadonlyMap<string, ReadPicture>): Complaint[] {
  return named.flatMap(({ path, file }) => {
    const result = read.get(file)
    return result && !result.ok ? [{ path, message: result.message }] : []
  })
}
