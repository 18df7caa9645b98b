import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Course } from '@/lib/rules/course/course'
import { checkCourse } from './check-course'
import { type CheckedFile, checkFile } from './check-file'
import type { KnownDeck } from './course-complaints'
import type { LoadedDeck } from './deck'
import { type Finding, formatFinding, hasErrors, inOrder } from './findings'
import { digest } from './hash'
import { pictureType } from './pictures'
import type { DeckFile } from './schema'
import type { Complaint } from './schema-findings'

type FileAt = { name: string; folder: string; topic: string }

/** `texts: false` leaves out what reads every text: for files that a build has checked already. */
type Options = { texts?: boolean; cache?: Cache }

/** Checks by file, for whoever loads the same folder again and again: a file whose bytes stayed is not checked anew. */
export type Cache = Map<string, { digest: string; checked: CheckedFile }>

/** A deck as its file says it, and where in the file a complaint about it belongs. */
export type WrittenDeck = { topic: string; deck: DeckFile; finding: (complaint: Complaint) => Finding }

export type Content = { decks: LoadedDeck[]; courses: Course[] }

export type Loaded = Content & {
  findings: Finding[]
  /** Every deck file, its id as far as it can be read, and its deck when that file by itself is in order. */
  files: { name: string; id?: string; deck?: LoadedDeck }[]
  /** Decks that the schema has nothing against, whatever else was found. */
  written: WrittenDeck[]
}

/** A topic's file of this name is its course, and no deck. */
const COURSE = 'course.yaml'

/**
 * Reads every `<folder>/<topic>/<deck>.yaml` and `<folder>/<topic>/course.yaml` and checks it, all findings at once. Any
 * error, in whichever file, leaves `decks` and `courses` empty: nothing is ever half loaded. Whoever seeds or builds
 * calls `contentOrThrow` instead. Throws a sentence when the folder itself cannot be read.
 */
export async function loadDecks(folder = 'content', { texts = true, cache }: Options = {}): Promise<Loaded> {
  const { files, courseFiles, strays } = await contentFiles(folder)
  const checked: (FileAt & CheckedFile)[] = []
  for (const file of files) checked.push({ ...file, ...(await checkedFile(file, texts, cache)) })
  const known = checked.flatMap(({ id, topic }): KnownDeck[] => (id ? [{ id: id.value, topic }] : []))
  const ordered = await Promise.all(
    courseFiles.map(async (file) => {
      const complete = checked.every(({ id, topic }) => id !== undefined || topic !== file.topic)
      return checkCourse(await readFile(file.name), file, { decks: known, complete })
    }),
  )

  const written = checked.flatMap(({ topic, written: deck, finding }) =>
    deck ? [{ topic, deck, finding }] : [],
  )
  const findings = inOrder([
    ...strays,
    ...checked.flatMap((file) => file.findings),
    ...sameIds(checked),
    ...ordered.flatMap((file) => file.findings),
    ...(await unusedPictures(checked)),
    ...(texts
      ? await amongDecks(
          written,
          courseFiles.map(({ topic }) => topic),
        )
      : []),
  ])
  const whole = !hasErrors(findings)
  const decks = whole ? checked.flatMap(({ deck }) => deck ?? []) : []
  const courses = whole ? ordered.flatMap(({ course }) => course ?? []) : []
  const named = checked.map(({ name, id, deck }) => ({
    name,
    ...(id && { id: id.value }),
    ...(deck && { deck }),
  }))
  return { decks, courses, findings, files: named, written }
}

async function checkedFile(file: FileAt, texts: boolean, cache?: Cache): Promise<CheckedFile> {
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

/** The decks and courses of a folder in which everything is in order; otherwise throws with every finding, a line each. */
export async function contentOrThrow(folder = 'content', options: Options = {}): Promise<Content> {
  const { decks, courses, findings } = await loadDecks(folder, options)
  if (!hasErrors(findings)) return { decks, courses }
  const lines = findings.filter(({ severity }) => severity === 'error').map(formatFinding)
  throw new Error(`The decks are not in order:\n${lines.join('\n')}`)
}

/** The decks alone, in the same way. */
export const decksOrThrow = async (folder = 'content', options: Options = {}): Promise<LoadedDeck[]> =>
  (await contentOrThrow(folder, options)).decks

export const TOPIC = /^[a-z0-9]+(-[a-z0-9]+)*$/

type Found = { files: FileAt[]; courseFiles: FileAt[]; strays: Finding[] }

async function contentFiles(folder: string): Promise<Found> {
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
  const files: FileAt[] = []
  const courseFiles: FileAt[] = []
  const strays: Finding[] = []
  for (const name of entries) {
    const [topic, file, deeper] = name.slice(join(folder, '/').length).split(/[\\/]/)
    if (topic && TOPIC.test(topic) && file?.endsWith('.yaml') && deeper === undefined) {
      const list = file === COURSE ? courseFiles : files
      list.push({ name, folder: join(folder, topic), topic })
    } else
      strays.push({
        file: name,
        line: 1,
        field: '',
        severity: 'error',
        message: `A deck lies at ${folder}/<topic>/<deck>.yaml, the topic in small letters, digits and hyphens. Move or rename this file.`,
      })
  }
  return { files, courseFiles, strays }
}

function sameIds(checked: readonly (FileAt & CheckedFile)[]): Finding[] {
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

async function unusedPictures(checked: readonly (FileAt & CheckedFile)[]): Promise<Finding[]> {
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
