import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { writeFault } from '@/db/errors'
import { assignments, classes, decks, learners, memberships } from '@/db/schema'
import type { Instructor, Learner } from '@/lib/identity'
import { CODE_BYTES, codeOf } from '@/lib/rules/class/code'
import { teaches } from './instructors'
import { isCurrent } from './session'

export type ClassSummary = {
  id: string
  name: string
  role: 'learner' | 'instructor'
  archived: boolean
  learners: number
  decks: number
}

/** The classes that the learner teaches or is in, by name. Retired decks are not counted: nobody can study them. */
export async function listClasses(db: Db, learner: Learner): Promise<ClassSummary[]> {
  const [rows] = await db.fresh([
    db
      .select({
        id: classes.id,
        name: classes.name,
        role: memberships.role,
        archivedAt: classes.archivedAt,
        learners: sql<number>`(select count(*) from ${memberships} m where m.class_id = ${classes.id} and m.role = 'learner')`,
        decks: sql<number>`(select count(*) from ${assignments} a join ${decks} d on d.id = a.deck_id where a.class_id = ${classes.id} and d.retired_at is null)`,
      })
      .from(memberships)
      .innerJoin(learners, and(eq(learners.id, memberships.learnerId), isCurrent(learner)))
      .innerJoin(classes, eq(classes.id, memberships.classId))
      .orderBy(classes.name),
  ])
  return rows.map(({ archivedAt, ...row }) => ({ ...row, archived: archivedAt !== null }))
}

const newCode = () => codeOf(randomBytes(CODE_BYTES))

/** Makes a class that the learner teaches. Returns its id; nothing when the session has ended. */
export async function createClass(
  db: Db,
  learner: Learner,
  name: string,
  now: number,
): Promise<string | undefined> {
  const id = randomUUID()
  const person = db.select({ one: sql`1` }).from(learners).where(isCurrent(learner))
  const made = await withFreshCode(async (code) => {
    const [rows] = await db.atomically([
      db
        .insert(classes)
        .select(sql`select ${id}, ${name}, ${code}, ${now}, null where exists ${person}`)
        .returning({ id: classes.id }),
      db
        .insert(memberships)
        .select(
          sql`select ${classes.id}, ${learner.id}, 'instructor', ${now}, null from ${classes} where ${classes.id} = ${id}`,
        ),
    ])
    return rows
  })
  return made[0]?.id
}

/** Tries another code when one is taken, which happens once in a great many classes. */
async function withFreshCode<T>(write: (code: string) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await write(newCode())
    } catch (error) {
      if (tries === 3 || writeFault(error) !== 'lost-race') throw error
    }
}

const own = (db: Db, instructor: Instructor) =>
  and(eq(classes.id, instructor.classId), teaches(db, instructor))

/** Renames the class. False when it is not theirs to rename. */
export async function renameClass(db: Db, instructor: Instructor, name: string): Promise<boolean> {
  const rows = await db.update(classes).set({ name }).where(own(db, instructor)).returning({ id: classes.id })
  return rows.length === 1
}

/** Gives the class a new join code, which is returned; the old one is dead from this moment. */
export async function replaceCode(db: Db, instructor: Instructor): Promise<string | undefined> {
  const rows = await withFreshCode((code) =>
    db.update(classes).set({ code }).where(own(db, instructor)).returning({ code: classes.code }),
  )
  return rows[0]?.code
}

/** Archives the class at a moment, or opens it again when that is absent. Nobody can join an archived class. */
export async function archiveClass(
  db: Db,
  instructor: Instructor,
  archivedAt: number | undefined,
): Promise<boolean> {
  const rows = await db
    .update(classes)
    .set({ archivedAt: archivedAt ?? null })
    .where(own(db, instructor))
    .returning({ id: classes.id })
  return rows.length === 1
}

/**
 * Deletes class, memberships and assignments; what its learners answered stays theirs. False when it is not theirs
 * or has another name: whoever deletes says which class they mean.
 */
export async function deleteClass(db: Db, instructor: Instructor, name: string): Promise<boolean> {
  const rows = await db
    .delete(classes)
    .where(and(own(db, instructor), eq(classes.name, name)))
    .returning({ id: classes.id })
  return rows.length === 1
}
