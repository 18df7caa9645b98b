import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckedFile, checkFile } from './check-file'
import type { LoadedDeck } from './deck'
import { type Finding, formatFinding, hasErrors, inOrder } from './findings'
import { digest } from './hash'
import { pictureType } from './pictures'
import type { DeckFile } from './schema'
import type { Complaint } from './schema-findings'

type DeckFileAt = { name: string; folder: string; topic: string }

/** `texts: false` leaves out what reads every text: for files that a build has checked already. */
type Options = { texts?: boolean; cache?: Cache }

/** Checks by file, for whoever loads the same folder again and again: a file whose bytes stayed is not checked anew. */
export type Cache = Map<string, { digest: string; checked: CheckedFile }>

/** A deck as its file says it, and where in the file a complaint about it belongs. */
export type WrittenDeck = { topic: string; deck: DeckFile; finding: (complaint: Complaint) => Finding }

export type Loaded = {
  decks: LoadedDeck[]
  findings: Finding[]
  /** Every deck file, its id as far as it can be read, and its deck when that file by itself is in order. */
  files: { name: string; id?: string; deck?: LoadedDeck }[]
  /** Decks that the schema has nothing against, whatever else was found. */
  written: WrittenDeck[]
}

/**
 * Reads every `<folder>/<topic>/<deck>.yaml` and checks it, all findings at once. Any error, in whichever file, leaves
 * `decks` empty: nothing is ever half loaded. Whoever seeds or builds calls `decksOrThrow` instead.
 * Throws a sentence when the folder itself cannot be read.
 */
export async function loadDecks(folder = 'content', { texts = true, cache }: Options = {}): Promise<Loaded> {
  const { files, courses, strays } = await deckFiles(folder)
  const checked: (DeckFileAt & CheckedFile)[] = []
  for (const file of files) checked.push({ ...file, ...(await checkedFile(file, texts, cache)) })

  const written = checked.flatMap(({ topic, written: deck, finding }) =>
    deck ? [{ topic, deck, finding }] : [],
  )
  const findings = inOrder([
    ...strays,
    ...checked.flatMap((file) => file.findings),
    ...sameIds(checked),
    ...(await unusedPictures(checked)),
    ...(texts ? await amongDecks(written, courses) : []),
  ])
  const decks = hasErrors(findings) ? [] : checked.flatMap(({ deck }) => deck ?? [])
  const named = checked.map(({ name, id, deck }) => ({
    name,
    ...(id && { id: id.value }),
    ...(deck && { deck }),
  }))
  return { decks, findings, files: named, written }
}

async function checkedFile(file: DeckFileAt, texts: boolean, cache?: Cache): Promise<CheckedFile> {
  const bytes = await readFile(file.name)
  if (!cache) return checkFile(bytes, { ...file, texts })
  const kept = cache.get(file.name)
  const now = digest(bytes)
  if (kept?.digest === now) return kept.checked
  const checked = await checkFile(bytes, { ...file, texts })
  cache.set(file.name, { digest: now, checked })
  return checked
}

async function amongDecks(written: readonly WrittenDeck[], courses: readonly string[]): Promise<Finding[]> {
  const { libraryComplaints } = await import('./editor/library')
  return libraryComplaints(written, courses).flatMap((complaints, at) =>
    complaints.flatMap((complaint) => written[at]?.finding(complaint) ?? []),
  )
}

/** The decks of a folder in which everything is in order; otherwise throws with every finding, a line each. */
export async function decksOrThrow(folder = 'content', options: Options = {}): Promise<LoadedDeck[]> {
  const { decks, findings } = await loadDecks(folder, options)
  if (!hasErrors(findings)) return decks
  const lines = findings.filter(({ severity }) => severity === 'error').map(formatFinding)
  throw new Error(`The decks are not in order:\n${lines.join('\n')}`)
}

/** The one file of a topic that is no deck: it says in which order the topic's decks make a course. */
const COURSE = 'course.yaml'

export const TOPIC = /^[a-z0-9]+(-[a-z0-9]+)*$/

type Files = { files: DeckFileAt[]; courses: string[]; strays: Finding[] }

async function deckFiles(folder: string): Promise<Files> {
  const all = await readdir(folder, { withFileTypes: true, recursive: true }).catch((cause) => {
    throw new Error(
      `The decks’ folder "${folder}" cannot be read. Set CONTENT_DIR to a folder of deck files.`,
      { cause },
    )
  })
  const entries = all
    // A link counts as what it leads to: some hosts put every file there as one, and a deck passed over is retired.
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const files: DeckFileAt[] = []
  const courses: string[] = []
  const strays: Finding[] = []
  for (const name of entries) {
    const [topic, file, deeper] = name.slice(join(folder, '/').length).split(/[\\/]/)
    const inPlace = topic && TOPIC.test(topic) && file?.endsWith('.yaml') && deeper === undefined
    if (inPlace && file === COURSE) courses.push(topic)
    else if (inPlace) files.push({ name, folder: join(folder, topic), topic })
    else
      strays.push({
        file: name,
        line: 1,
        field: '',
        severity: 'error',
        message: `A deck lies at ${folder}/<topic>/<deck>.yaml, the topic in small letters, digits and hyphens. Move or rename this file.`,
      })
  }
  return { files, courses, strays }
}

function sameIds(checked: readonly (DeckFileAt & CheckedFile)[]): Finding[] {
  const first = new Map<string, string>()
  return checked.flatMap(({ name, id }): Finding[] => {
    if (!id) return []
    const other = first.get(id.value)
    if (other === undefined) {
      first.set(id.value, name)
      return []
    }
    const message = `The deck in ${other} has the id "${id.value}" already. Choose another.`
    return [{ file: name, line: id.line, column: id.column, field: 'id', message, severity: 'error' }]
  })
}

async function unusedPictures(checked: readonly (DeckFileAt & CheckedFile)[]): Promise<Finding[]> {
  const folders = [...new Set(checked.map(({ folder }) => folder))]
  const found = await Promise.all(
    folders.map(async (folder) => {
      const used = new Set(
        checked.filter((file) => file.folder === folder).flatMap(({ pictures }) => pictures),
      )
      const unused = (await readdir(folder)).filter((name) => pictureType(name) && !used.has(name))
      return unused.map((name): Finding => {
        const message = 'No deck of this topic names this picture. Name it in an item or remove it.'
        return { file: join(folder, name), line: 1, field: '', message, severity: 'warning' }
      })
    }),
  )
  return found.flat()
}
