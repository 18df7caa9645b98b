import type { Db } from '@/db/client'
import { learners } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { type DialHistory, dialReads, toDials } from './dials'
import { isCurrent } from './session'

/** How a learner likes to study. Unlike dials these change no date, so they hold at once. */
export type Habits = {
  /** New items and reviews a day, over all decks. */
  newADay: number
  reviewsADay: number
  /** Forgot and Good alone. */
  twoButtons: boolean
  /** Whether single keys do anything. */
  shortcuts: boolean
}

export type StudySettings = { habits: Habits; dials: DialHistory }

/** Habits and dials, from one state of the database; nothing when the session does not count any more. */
export async function readStudySettings(db: Db, learner: Learner): Promise<StudySettings | undefined> {
  const [[habits], own, turned] = await db.fresh([
    db
      .select({
        newADay: learners.newADay,
        reviewsADay: learners.reviewsADay,
        twoButtons: learners.twoButtons,
        shortcuts: learners.shortcuts,
      })
      .from(learners)
      .where(isCurrent(learner)),
    ...dialReads(db, learner),
  ])
  const dials = toDials(own, turned)
  if (!habits || !dials) return undefined
  const { twoButtons, shortcuts, ...limits } = habits
  return { habits: { ...limits, twoButtons: twoButtons === 1, shortcuts: shortcuts === 1 }, dials }
}

/** Changes habits. False under a session that does not count any more. */
export async function setHabits(db: Db, learner: Learner, habits: Habits): Promise<boolean> {
  const { twoButtons, shortcuts, ...limits } = habits
  const rows = await db
    .update(learners)
    .set({ ...limits, twoButtons: twoButtons ? 1 : 0, shortcuts: shortcuts ? 1 : 0 })
    .where(isCurrent(learner))
    .returning({ id: learners.id })
  return rows.length === 1
}
