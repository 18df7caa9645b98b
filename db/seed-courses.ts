import type { InferSelectModel } from 'drizzle-orm'
import { and, eq, inArray } from 'drizzle-orm'
import type { LoadedDeck } from '@/lib/content/deck'
import type { Course } from '@/lib/rules/course/course'
import type { Db, Query } from './client'
import { portions } from './portions'
import { courses, deckKeepers } from './schema'

/** Writes that bring the courses to what the files say. Nothing hangs on one, so one that is gone is deleted. */
export function courseWrites(db: Db, stored: readonly Course[], loaded: readonly Course[]): Query[] {
  const before = new Map(stored.map((course) => [course.id, said(course)]))
  const ids = new Set(loaded.map(({ id }) => id))
  const gone = stored.map(({ id }) => id).filter((id) => !ids.has(id))
  return [
    ...portions(gone).map((some) => db.delete(courses).where(inArray(courses.id, some))),
    ...loaded
      .filter((course) => before.get(course.id) !== said(course))
      .map((row) => db.insert(courses).values(row).onConflictDoUpdate({ target: courses.id, set: row })),
  ]
}

const said = ({ id, title, summary, audience, language, direction, decks }: Course): string =>
  JSON.stringify([
    id,
    title,
    summary,
    audience,
    language,
    direction,
    decks.map((deck) => [deck.id, deck.buildsOn]),
  ])

type Keeper = InferSelectModel<typeof deckKeepers>

/** Writes that bring the keepers of every deck to what the files say; a deck without a file has none. */
export function keeperWrites(db: Db, stored: readonly Keeper[], loaded: readonly LoadedDeck[]): Query[] {
  const wanted = loaded.flatMap(({ id, keepers }) => keepers.map((email): Keeper => ({ deckId: id, email })))
  return [
    ...without(stored, wanted).map(({ deckId, email }) =>
      db.delete(deckKeepers).where(and(eq(deckKeepers.deckId, deckId), eq(deckKeepers.email, email))),
    ),
    // Two copies that seed the same content at once both write it.
    ...without(wanted, stored).map((row) => db.insert(deckKeepers).values(row).onConflictDoNothing()),
  ]
}

function without(these: readonly Keeper[], those: readonly Keeper[]): Keeper[] {
  const known = new Set(those.map(({ deckId, email }) => `${deckId} ${email}`))
  return these.filter(({ deckId, email }) => !known.has(`${deckId} ${email}`))
}
