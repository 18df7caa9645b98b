import { inArray } from 'drizzle-orm'
import type { Course } from '@/lib/rules/course/course'
import type { Db, Query } from './client'
import { portions } from './portions'
import { courses } from './schema'

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
