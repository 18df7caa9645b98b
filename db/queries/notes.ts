import { eq, lte, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { items, learners, notes } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { isCurrent } from './session'

/** A learner's own words on an item. `madeAt` in epoch milliseconds, as the browser says. */
export type Note = { itemId: string; text: string; madeAt: number }

/**
 * Keeps a learner's own words on an item. Of two devices' the later words stay, whichever arrive last; words later than
 * now are of now. Empty words stay as such, so that older ones which arrive late do not come back.
 * @param now epoch milliseconds of receipt
 */
export async function writeNote(
  db: Db,
  learner: Learner,
  { itemId, text, madeAt }: Note,
  now: number,
): Promise<'written' | 'signed-out' | 'gone'> {
  const [people, known] = await db.fresh([
    db.select({ id: learners.id }).from(learners).where(isCurrent(learner)),
    db.select({ id: items.id }).from(items).where(eq(items.id, itemId)),
  ])
  if (!people[0]) return 'signed-out'
  if (!known[0]) return 'gone'
  const editedAt = Math.min(madeAt, now)
  await db.atomically([
    db
      .insert(notes)
      .values({ learnerId: learner.id, itemId, text, editedAt })
      .onConflictDoUpdate({
        target: [notes.learnerId, notes.itemId],
        set: { text, editedAt },
        setWhere: lte(notes.editedAt, sql`${editedAt}`),
      }),
  ])
  return 'written'
}
