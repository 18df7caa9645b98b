import { forgetLearner } from './kept-answers'
import { endStudySession } from './study-session'

/**
 * Takes out of this browser what it keeps of a learner who signs out: answers given as them, and what this tab holds
 * of unfinished ones. The theme stays: it is the device's.
 */
export function leaveNothing(learner: string): void {
  forgetLearner(learner)
  endStudySession()
  try {
    sessionStorage.clear()
  } catch {
    // Blocked: then there is nothing in it.
  }
}
