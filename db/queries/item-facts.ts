import type { Db, Results } from '@/db/client'
import { writeFault } from '@/db/errors'
import type { Learner } from '@/lib/identity'
import type { Facts } from '@/lib/rules/facts'
import { dialsAt } from '@/lib/rules/memory/dials'
import { type Person, seedOf } from '@/lib/rules/memory/timeline'
import { type DialRow, dialHistory } from './dials'
import {
  selectAttempts,
  selectDials,
  selectJudgements,
  selectPerson,
  selectShelvings,
  selectSnapshot,
} from './fact-statements'

/** What every writer of a fact reads first, of this learner and this item alone: six statements for one round trip. */
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
    person: people[0] && personOf(people[0], dials)(itemId),
    facts,
    snapshot: snapshots[0],
  }
}

type PersonRow = { timeZone: string; dayStartHour: number; fuzzSeed: number }

/** Whose memory it is, for one item after another: what depends on the learner alone is worked out once. */
export function personOf(person: PersonRow, dials: readonly DialRow[]): (itemId: string) => Person {
  const { base, turned } = dialHistory(person, dials)
  const held = dialsAt(base, turned)
  return (itemId) => ({ seed: seedOf(person.fuzzSeed, itemId), dialsAt: held })
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
