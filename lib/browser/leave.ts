import { forgetLearner } from './kept-answers'
import type { OutboxStore } from './outbox-store'
import { endStudySession } from './study-session'

/** How much of this learner's reviews has not been sent from this browser. */
export const countWaiting = (learner: string): Promise<number> =>
  inOutbox(async (store) => (await store.all(learner)).length)

/** The outbox is fetched only now: most pages have no use for it. Nought where it cannot be had. */
async function inOutbox(use: (store: OutboxStore) => Promise<number>): Promise<number> {
  try {
    const { openStore } = await import('./outbox-store')
    return await use(await openStore())
  } catch {
    return 0
  }
}

/**
 * Takes out of this browser what it keeps of a learner who signs out: answers given as them, and what this tab holds
 * of unfinished ones. The theme stays: it is the device's.
 */
export function leaveNothing(learner: string): void {
  forgetLearner(learner)
  void inOutbox(async (store) => {
    await store.forget(learner)
    return 0
  })
  endStudySession()
  try {
    sessionStorage.clear()
  } catch {
    // Blocked: then there is nothing in it.
  }
}
