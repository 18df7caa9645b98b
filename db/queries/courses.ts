import { asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { courses } from '@/db/schema'
import type { DeckSummary } from '@/db/types'
import type { Course } from '@/lib/rules/course/course'
import { listDecks } from './decks'

/** A course with its decks that are there, in its order, and what each builds on. */
export type CoursePage = Omit<Course, 'decks'> & { decks: (DeckSummary & { buildsOn: string[] })[] }

/** Every course, by title. */
export async function listCourses(db: Db): Promise<Course[]> {
  return db.select().from(courses).orderBy(asc(courses.title))
}

/** Ids of every course: the pages to make. */
export async function listCourseIds(db: Db): Promise<string[]> {
  return (await db.select({ id: courses.id }).from(courses).orderBy(asc(courses.id))).map(({ id }) => id)
}

/** One course; undefined when there is none of that id. */
export async function findCourse(db: Db, id: string): Promise<CoursePage | undefined> {
  const [course] = await db.select().from(courses).where(eq(courses.id, id))
  if (!course) return undefined
  const there = new Map((await listDecks(db)).map((deck) => [deck.id, deck]))
  const decks = course.decks.flatMap(({ id, buildsOn }) => {
    const deck = there.get(id)
    return deck ? [{ ...deck, buildsOn: buildsOn.filter((base) => there.has(base)) }] : []
  })
  return { ...course, decks }
}
