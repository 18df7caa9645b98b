/**
 * Branded identities. Only the guards in `lib/guards.ts` (and tests) make these values: a query that takes a
 * `Learner` cannot be called with something that came from a form.
 */
declare const proven: unique symbol

/** A signed-in person, proven by the signature of their cookie. Queries still join on id and session version. */
export type Learner = {
  readonly id: string
  /** Raised by a password change and by signing out everywhere; a stale one matches no row. */
  readonly sessionVersion: number
  readonly [proven]: 'learner'
}

/** A learner as the instructor of one class. Queries still hold them to the membership: without it no row matches. */
export type Instructor = {
  readonly learner: Learner
  readonly classId: string
  readonly [proven]: 'instructor'
}

/** Brands a proven learner. For guards and tests alone. */
export const asLearner = (proof: { id: string; sessionVersion: number }): Learner => proof as Learner

/** Brands a proven instructor. For guards and tests alone. */
export const asInstructor = (proof: { learner: Learner; classId: string }): Instructor => proof as Instructor
