import ipaddr from 'ipaddr.js'
import type { Db } from '@/db/client'
import { forgive, giveBack, isSpent, type Limit, takeTurn } from '@/db/queries/throttles'
import { keyedHash } from './keyed-hash'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * The part of an address that one subscriber holds: all of an IPv4 address, the first 64 bits of an IPv6 address,
 * since a household is given at least that many.
 */
export function network(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv6
    ? `${parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : parsed.toString()
}

const limit = (what: string, value: string, most: number, windowMs: number): Limit => ({
  key: keyedHash('throttle', `${what}\0${value}`),
  most,
  windowMs,
})

/** Failures that are counted, and how many may happen. Nothing but a keyed hash of email and address is kept. */
export const LIMITS = {
  /** A person mistypes a few times; a guesser from one place stops here. */
  accountAndAddress: { most: 10, windowMs: 15 * MINUTE },
  /** A guesser with many addresses stops here. High enough that shutting somebody out takes some effort, and ends. */
  account: { most: 60, windowMs: HOUR },
  /** Two hundred learners behind one router, each wrong three times. */
  address: { most: 600, windowMs: 15 * MINUTE },
  /** "This address is in use" tells who has an account: to a few per place and hour. */
  takenAddress: { most: 30, windowMs: HOUR },
  /** The same sentence under Account, for one learner wherever they are. */
  takenLearner: { most: 5, windowMs: HOUR },
  newAccounts: { most: 400, windowMs: HOUR },
  resetMail: { most: 3, windowMs: HOUR },
  resetAddress: { most: 100, windowMs: HOUR },
  confirmation: { most: 10, windowMs: 15 * MINUTE },
  /** Somebody who reads a deck closely finds a few mistakes an hour. */
  reports: { most: 30, windowMs: HOUR },
  /** Links to verify an address: to that address, whoever asks, and by one learner, whichever address. */
  verifyMail: { most: 3, windowMs: HOUR },
  verifyLearner: { most: 6, windowMs: HOUR },
} as const

const of = (name: keyof typeof LIMITS, value: string) =>
  limit(name, value, LIMITS[name].most, LIMITS[name].windowMs)

/** The turn of one attempt: false when it may not go on. */
export type Attempt = { allowed: boolean; succeeded: () => Promise<void> }

/** Counts a sign-in as failed until it says that it succeeded. Failures count whether or not the email has an account. */
export async function signInAttempt(db: Db, email: string, address: string, now: number): Promise<Attempt> {
  const place = network(address)
  const both = of('accountAndAddress', `${email}\0${place}`)
  const account = of('account', email)
  const all = of('address', place)
  // What is refused for its place does not count against the account: one place alone shuts nobody out elsewhere.
  const allowed = (await takeTurn(db, [both, all], now)) && (await takeTurn(db, [account], now))
  const succeeded = async () => {
    await forgive(db, [both.key])
    await giveBack(db, [account.key, all.key])
  }
  return { allowed, succeeded }
}

/** Whether an address may sign up once more. One that met taken emails too often may not for a while. */
export async function maySignUp(db: Db, address: string, now: number): Promise<boolean> {
  const place = network(address)
  return !(await isSpent(db, of('takenAddress', place), now)) && takeTurn(db, [of('newAccounts', place)], now)
}

/** Counts a sign-up that met a taken email; only those, since a whole class may sign up within a minute. */
export async function countTaken(db: Db, address: string, now: number): Promise<boolean> {
  return takeTurn(db, [of('takenAddress', network(address))], now)
}

const takenFor = (learnerId: string, address: string): [Limit, Limit] => [
  of('takenLearner', learnerId),
  of('takenAddress', network(address)),
]

/** Whether a learner may ask for another email. Who met taken ones too often, or whose network did, may not for a while. */
export async function mayChangeEmail(db: Db, learnerId: string, address: string, now: number) {
  for (const limit of takenFor(learnerId, address)) if (await isSpent(db, limit, now)) return false
  return true
}

/** Counts a learner's change of email that met a taken one; false when that was one too many to be told. */
export async function countTakenChange(db: Db, learnerId: string, address: string, now: number) {
  return takeTurn(db, takenFor(learnerId, address), now)
}

/** Whether an address may ask for a reset at all, and whether this email may be written to once more. */
export async function resetAttempt(db: Db, email: string, address: string, now: number) {
  const allowed = await takeTurn(db, [of('resetAddress', network(address))], now)
  const mayWrite = allowed && (await takeTurn(db, [of('resetMail', email)], now))
  return { allowed, mayWrite }
}

/** Counts a learner's report of a mistake; false when that was one too many. */
export const mayReport = (db: Db, learnerId: string, now: number): Promise<boolean> =>
  takeTurn(db, [of('reports', learnerId)], now)

/** Whether a learner may have one more link to verify this email sent to it. */
export const mayAskToVerify = (db: Db, learnerId: string, email: string, now: number): Promise<boolean> =>
  takeTurn(db, [of('verifyLearner', learnerId), of('verifyMail', email)], now)

/** Counts a password asked for again under Account as wrong until it says that it was right. */
export async function confirmationAttempt(db: Db, learnerId: string, now: number): Promise<Attempt> {
  const counted = of('confirmation', learnerId)
  const allowed = await takeTurn(db, [counted], now)
  return { allowed, succeeded: () => forgive(db, [counted.key]) }
}
