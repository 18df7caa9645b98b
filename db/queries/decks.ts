import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { courses, decks, items, itemVersions } from '@/db/schema'
import type { DeckSummary } from '@/db/types'
import { countLevels } from '@/lib/content/deck'
import { type PublicItem, publicItem } from '@/lib/content/public-item'
import type { Course } from '@/lib/rules/course/course'
import { type DeckHead, type DeckSource, type ItemKind, KINDS, type Level } from '@/lib/rules/item'
import { versionNow } from './versions'

/** A deck as its page shows it: cards, questions and prompts in the order of the file, without any key. */
export type PublicDeck = DeckSummary & {
  items: PublicItem[]
  licence?: string
  sources: DeckSource[]
  /** The course that it is a part of. */
  course?: Pick<Course, 'id' | 'title' | 'language' | 'direction'>
}

const DECK = {
  id: decks.id,
  topic: decks.topic,
  title: decks.title,
  summary: decks.summary,
  language: decks.language,
  direction: decks.direction,
}

const COUNTED = { deckId: items.deckId, kind: items.kind, level: items.level, concepts: items.concepts }

/** Every deck that is not retired, by topic, then by its place in the topic's course, then by title. */
export async function listDecks(db: Db): Promise<DeckSummary[]> {
  const [rows, counted, ordered] = await db.together([
    db.select(DECK).from(decks).where(isNull(decks.retiredAt)).orderBy(asc(decks.topic), asc(decks.title)),
    db.select(COUNTED).from(items).where(isNull(items.retiredAt)),
    db.select({ id: courses.id, decks: courses.decks }).from(courses),
  ])
  const byDeck = new Map(rows.map(({ id }) => [id, [] as typeof counted]))
  for (const item of counted) byDeck.get(item.deckId)?.push(item)
  return inCourseOrder(rows, ordered).map((row) => summarise(row, byDeck.get(row.id) ?? []))
}

/** Rows by topic stay by topic; within one, decks of its course come first and in its order. */
function inCourseOrder<Row extends Pick<DeckHead, 'id' | 'topic'>>(
  rows: readonly Row[],
  ordered: readonly Pick<Course, 'id' | 'decks'>[],
): Row[] {
  const places = new Map(
    ordered.flatMap((course) => course.decks.map(({ id }, place) => [id, place] as const)),
  )
  const place = ({ id }: Row) => places.get(id) ?? Number.MAX_SAFE_INTEGER
  return [...rows].sort(
    (a, b) => Number(a.topic > b.topic) - Number(a.topic < b.topic) || place(a) - place(b),
  )
}

/** One deck with its live items; undefined when there is none of that id, or it is retired. */
export async function findDeck(db: Db, deckId: string): Promise<PublicDeck | undefined> {
  const [rows, live, ordered] = await db.together([
    db
      .select({ ...DECK, licence: decks.licence, sources: decks.sources })
      .from(decks)
      .where(and(eq(decks.id, deckId), isNull(decks.retiredAt))),
    db
      .select({
        ...COUNTED,
        id: items.id,
        name: items.name,
        contentHash: items.contentHash,
        tags: items.tags,
        body: itemVersions.body,
      })
      .from(items)
      .innerJoin(itemVersions, versionNow)
      .where(and(eq(items.deckId, deckId), isNull(items.retiredAt)))
      .orderBy(asc(items.position)),
    db.select().from(courses),
  ])
  if (!rows[0]) return undefined
  const [{ licence, sources, ...row }] = rows
  const inOrder = KINDS.flatMap((kind) => live.filter((item) => item.kind === kind))
  const course = ordered.find((each) => each.decks.some(({ id }) => id === deckId))
  return {
    ...summarise(row, live),
    items: inOrder.map((item) => publicItem(item, item.body)),
    ...(licence !== null && { licence }),
    sources,
    ...(course && { course: headOf(course) }),
  }
}

const headOf = ({ id, title, language, direction }: Course) => ({ id, title, language, direction })

/** Ids of every deck that is not retired: the pages to make. */
export async function listDeckIds(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: decks.id })
    .from(decks)
    .where(isNull(decks.retiredAt))
    .orderBy(asc(decks.id))
  return rows.map(({ id }) => id)
}

/** Paths below `content/` of the pictures that live items show, each once. */
export async function listPictures(db: Db): Promise<string[]> {
  const rows = await db
    .select({ body: itemVersions.body })
    .from(items)
    .innerJoin(itemVersions, versionNow)
    .where(isNull(items.retiredAt))
  return [...new Set(rows.flatMap(({ body }) => body.pictures.map(({ source }) => source)))].sort()
}

function summarise(
  row: DeckHead,
  live: readonly { kind: ItemKind; level: Level; concepts: readonly string[] }[],
): DeckSummary {
  const count = (kind: ItemKind) => live.filter((item) => item.kind === kind).length
  return {
    ...row,
    counts: { card: count('card'), question: count('question'), prompt: count('prompt') },
    concepts: live.reduce((sum, { kind, concepts }) => sum + (kind === 'prompt' ? concepts.length : 0), 0),
    levels: countLevels(live.map(({ level }) => level)),
  }
}
