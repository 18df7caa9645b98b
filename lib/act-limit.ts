import { rateLimiter } from './rate-limit'
import { network } from './throttle'

/**
 * Two hundred people behind one router, each answering every few seconds, stay below this; a flood does not. Whoever
 * is signed in is counted alone, and so is never held up by others of their network.
 */
const networkMayAct = rateLimiter({ burst: 600, perSecond: 60 })
const learnerMayAct = rateLimiter({ burst: 120, perSecond: 4 })

/**
 * Whether whoever calls a public door may act now, by learner, or by address where nobody is signed in. One count
 * for all such doors.
 * @param now epoch milliseconds
 */
export const mayAct = (who: { learner?: string | undefined; address: string }, now: number): boolean =>
  who.learner ? learnerMayAct(who.learner, now) : networkMayAct(network(who.address), now)
