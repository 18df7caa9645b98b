import type { Db, Results } from '@/db/client'
import { writeFault } from '@/db/errors'
import type { Learner } from '@/lib/identity'
import type { Facts } from '@/lib/rules/facts'
import { DEFAULT_DIALS, dialsAt } from '@/lib/rules/memory/dials'
import type { DialFact } from '@/lib/rules/memory/memory'
import type { Person } from '@/lib/rules/memory/timeline'
import {
  selectAttempts,
  selectDials,
  selectJudgements,
  selectPerson,
  selectShelvings,
  selectSnapshot,
} from './fact-statements'

/** What every writer of a fact reads first, of this learner and this item alone: seven statements for one round trip. */
export const itemReads = (db: Db, { id: learner, sessionVersion }: Learner, item: string) =>
  [
    selectPerson(db, { learner, session: sessionVersion }),
    selectDials(db, { learner }),
    selectAttempts(db, { learner, item }),
    selectJudgements(db, { learner, item }),
    selectShelvings(db, { learner, item }),
    selectSnapshot(db, { learner, item }),
  ] as const

export type ItemRows = Results<ReturnType<typeof itemReads>>

/** The rows of `itemReads` as the fold takes them. `person` is absent when the session has ended. */
export function toItem(
  [people, dials, attempts, judgements, shelvings, snapshots]: ItemRows,
  itemId: string,
) {
  const facts: Facts = { attempts, judgements, shelvings }
  return {
    person: people[0] && personOf(people[0], dials, itemId),
    facts,
    snapshot: snapshots[0],
  }
}

type PersonRow = { timeZone: string; dayStartHour: number; fuzzSeed: number }
type DialRow = Omit<DialFact, 'weights'> & { weights: readonly number[] | null }

/** Whose memory of which item it is. Before the first turned dial the learner's own columns hold. */
export const personOf = (
  { timeZone, dayStartHour, fuzzSeed }: PersonRow,
  dials: readonly DialRow[],
  itemId: string,
): Person => ({
  seed: shortHash(`${fuzzSeed} ${itemId}`),
  dialsAt: dialsAt(
    { timeZone, dayStartHour, ...DEFAULT_DIALS },
    dials.map(({ weights, ...rest }) => ({ ...rest, ...(weights && { weights }) })),
  ),
})

/** FNV-1a, 32 bits: a seed is hashed anew for every review, and a short one is quicker than an item's long name. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash.toString(36)
}

export type Refused = {
  recorded: false
  reason: 'signed-out' | 'gone' | 'invalid' | 'busy' | 'full' | 'away'
  /** For `invalid`: what does not fit, as a sentence. */
  message?: string
}

/**
 * Lost races before giving up. Eight let twenty writers on one item through on a file and on an idle server; through a
 * replica under load one of them met more. A learner waits three seconds at the very most.
 */
const MOST_TRIES = 12

/**
 * Writes until no other writer of the same item was quicker: a lost race reads again.
 * @throws whatever the database throws that is no lost race, full disk or absence
 */
export async function untilWritten<R>(once: () => Promise<R>): Promise<R | Refused> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (tries > 0) await randomWait(tries)
    try {
      return await once()
    } catch (error) {
      const fault = writeFault(error)
      if (!fault) throw error
      if (fault !== 'lost-race') return { recorded: false, reason: fault }
    }
  }
  return { recorded: false, reason: 'busy' }
}

/** Waits longer with every lost race, and at random, so that writers who met once do not meet again. */
const randomWait = (tries: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 1.6 ** tries))
