import { hash, verify } from '@node-rs/argon2'
import { COMMON_PASSWORDS } from './common-passwords'

/** UTF-16 code units. Long enough to resist guessing with a slow hash; NIST SP 800-63B asks for 8 and no rules of composition. */
export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 200

/** As the library numbers it. */
const ARGON2ID = 2

/**
 * The first line of OWASP's table for argon2id: 46 MiB, one pass, one lane. 12 ms of one core on the machine this
 * was written on (19 MiB and two passes, its second line, took 8 ms).
 */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const

/** At most two at a time, so that a burst of sign-ins waits instead of taking 46 MiB each. */
const MOST_AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  // Whoever finishes hands its place to the next one in line, so `running` is changed only when nobody waits.
  if (running < MOST_AT_ONCE) running += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** Two keyboards may write the same letter in different bytes. */
const canonical = (password: string) => password.normalize('NFKC')

/** The hash to keep, in the encoded form that carries its salt and parameters. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(canonical(password), PARAMETERS))

let decoy: Promise<string> | undefined

/**
 * Whether `password` is the one that `kept` was made from. Without `kept` (no such account) it takes as long and is
 * false, so that the time tells nothing.
 */
export async function verifyPassword(kept: string | undefined, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', PARAMETERS)
  const against = kept ?? (await decoy)
  const same = await inTurn(() => verify(against, canonical(password)))
  return same && kept !== undefined
}

/** What is wrong with a new password, in a sentence, or nothing. `about` are words that it must not be. */
export function passwordFault(
  password: string,
  about: readonly (string | undefined)[] = [],
): string | undefined {
  const plain = canonical(password).toLowerCase()
  if (COMMON_PASSWORDS.has(plain) || /^(.)\1+$/u.test(plain))
    return 'This password is one of the first that are tried. Choose another.'
  const own = about.flatMap((word) => (word ? [word.toLowerCase(), word.toLowerCase().split('@')[0]] : []))
  if (own.includes(plain)) return 'Choose a password that is not your name or your email address.'
  return undefined
}
