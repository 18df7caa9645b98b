import { deckComplaints } from './checks'
import type { LoadedDeck } from './deck'
import type { Finding, Path } from './findings'
import { type ReadPicture, readPicture } from './pictures'
import { readSource, toFinding, wholeFile } from './read-source'
import { type DeckFile, deckSchema } from './schema'
import { type Complaint, complaintsBy } from './schema-findings'
import { toDeck } from './to-items'
import type { Place } from './yaml'

const schemaComplaints = complaintsBy(deckSchema)

export type At = {
  /** What findings call the file. */
  name: string
  /** Where its pictures are. */
  folder: string
  topic: string
  /** Whether to read every text as a reader and an editor would, which costs most of the time. */
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
  /** What the file says, when the schema has nothing against it. */
  written?: DeckFile
  /** Where in the file a complaint belongs, for whoever sees more than this one file. */
  finding: (complaint: Complaint) => Finding
}

/**
 * Checks one deck file as a whole and finds everything at once.
 */
export async function checkFile(bytes: Uint8Array, at: At): Promise<CheckedFile> {
  const read = readSource(bytes, at.name)
  if (!read.ok) return { findings: read.findings, pictures: [], finding: wholeFile(at.name) }
  const { source, text } = read
  const { value } = source
  const parsed = deckSchema.safeParse(value)
  const named = namedPictures(value)
  const pictures = new Map<string, ReadPicture>()
  for (const { file } of named)
    if (!pictures.has(file)) pictures.set(file, await readPicture(at.folder, file))
  const complaints = [
    ...schemaComplaints(value),
    ...deckComplaints(value),
    ...(at.texts ? await (await import('./text-complaints')).textComplaints(value) : []),
    ...pictureComplaints(named, pictures),
    ...(at.texts && parsed.success ? (await import('./editor/editor')).editorComplaints(parsed.data) : []),
  ]
  const finding = toFinding(source, at.name)
  const findings = complaints.map(finding)

  const id = (value as { id?: unknown } | null)?.id
  const clean = parsed.success && findings.every(({ severity }) => severity === 'warning')
  const digests = new Map(
    [...pictures].flatMap(([file, result]) => (result.ok ? [[file, result.digest]] : [])),
  )
  return {
    findings,
    pictures: [...pictures.keys()],
    ...(typeof id === 'string' && { id: { value: id, ...source.place(['id']) } }),
    ...(clean && { deck: toDeck(parsed.data, at.topic, digests, text) }),
    ...(parsed.success && { written: parsed.data }),
    finding,
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
