import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, decks } from '@/db/schema'
import type { Instructor } from '@/lib/identity'
import { teaches } from './instructors'

/**
 * Assigns a deck to the class, or moves the due date of one that is assigned. False for a deck that there is not.
 * @param dueAt epoch milliseconds, the last moment that is in time; absent when there is none
 */
export async function assignDeck(
  db: Db,
  instructor: Instructor,
  deckId: string,
  dueAt: number | undefined,
  now: number,
): Promise<boolean> {
  const rows = await db
    .insert(assignments)
    .select(
      db
        .select({
          id: sql`${randomUUID()}`.as('id'),
          classId: sql`${instructor.classId}`.as('class_id'),
          deckId: decks.id,
          dueAt: sql`${dueAt ?? null}`.as('due_at'),
          assignedAt: sql`${now}`.as('assigned_at'),
        })
        .from(decks)
        .where(and(eq(decks.id, deckId), isNull(decks.retiredAt), teaches(db, instructor))),
    )
    .onConflictDoUpdate({
      target: [assignments.classId, assignments.deckId],
      set: { dueAt: sql`excluded.due_at` },
    })
    .returning({ id: assignments.id })
  return rows.length === 1
}

/** Takes a deck from the class: its instructors see work on it no more. False when it was not assigned. */
export async function unassignDeck(db: Db, instructor: Instructor, deckId: string): Promise<boolean> {
  const rows = await db
    .delete(assignments)
    .where(
      and(
        eq(assignments.classId, instructor.classId),
        eq(assignments.deckId, deckId),
        teaches(db, instructor),
      ),
    )
    .returning({ id: assignments.id })
  return rows.length === 1
}
