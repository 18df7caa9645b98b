import { rateLimiter } from './rate-limit'

/**
 * Codes are tried by people who were given one: a few a day. At this rate, with ten thousand classes among 32⁸ codes,
 * somebody who guesses needs centuries per account.
 */
const byLearner = rateLimiter({ burst: 20, perSecond: 1 / 60 })

/** A classroom that follows a link before signing in comes from one address. */
const byAddress = rateLimiter({ burst: 400, perSecond: 1 })

/** Whether somebody may look up one more join code at `now`: counted by account, or by address for nobody. */
export const mayTryCode = (learnerId: string | undefined, address: string, now: number): boolean =>
  learnerId ? byLearner(learnerId, now) : byAddress(address, now)
