import type { Db } from '@/db/client'
import type { Learner } from '@/lib/identity'
import { addDays, localDay } from '@/lib/rules/local-day'
import { dialsAt } from '@/lib/rules/memory/dials'
import type { Dials } from '@/lib/rules/memory/memory'
import { LAST_PASS_DAYS, lastPass } from '@/lib/rules/review/exam'
import type { Done, Limits } from '@/lib/rules/review/limits'
import { paceOf } from '@/lib/rules/review/pace'
import type { Known } from '@/lib/rules/review/queue'
import { type Catalogue, catalogueAt } from './catalogue'
import { type DialRow, dialHistory } from './dials'
import {
  countWaiting,
  EARLIEST,
  type MemoryRow,
  selectBeforeExam,
  selectComing,
  selectDials,
  selectDone,
  selectEarliest,
  selectEarliestLive,
  selectLatest,
  selectPace,
  selectPlans,
  selectReviewer,
  selectRevised,
  selectStudied,
  selectUnformed,
} from './review-statements'

export type Reviewer = {
  id: string
  name: string
  fuzzSeed: number
  twoButtons: boolean
  shortcuts: boolean
  dials: Dials
  /** The learner's day, YYYY-MM-DD. */
  today: string
}

/** Round trip 1, and with another version of the content one more for that. */
export async function readFacts(db: Db, { id: learner, sessionVersion: session }: Learner, now: number) {
  const utcDay = localDay(now, 'UTC', 0)
  // Wherever the learner lives, their today is one of these three.
  const days = { from: addDays(utcDay, -1), to: addDays(utcDay, 1) }
  const [people, dials, early, late, coming, unformed, revised, counts, studied, plans, dones, pace, exams] =
    await db.fresh([
      selectReviewer(db, { learner, session }),
      selectDials(db, { learner, now }),
      selectEarliest(db, { learner, now }),
      selectLatest(db, { learner, now }),
      selectComing(db, { learner, now }),
      selectUnformed(db, { learner }),
      selectRevised(db, { learner, now }),
      countWaiting(db, { learner, now }),
      selectStudied(db, { learner }),
      selectPlans(db, { learner }),
      selectDone(db, { learner, ...days }),
      selectPace(db, { learner }),
      selectBeforeExam(db, { learner, from: utcDay, to: addDays(utcDay, LAST_PASS_DAYS + 1) }),
    ])
  const [person] = people
  if (!person) return undefined
  const catalogue = await catalogueAt(db, person.catalogue)
  const reviewer = toReviewer(person, dials, now)
  const [earliest, latest] = [early[0]?.rows ?? [], late[0]?.rows ?? []]
  const isLive = ({ id }: MemoryRow) => catalogue.items.has(id)
  const full = earliest.length === EARLIEST
  const [live] =
    full && !earliest.every(isLive) ? await db.fresh([selectEarliestLive(db, { learner, now })]) : [earliest]
  const passed = new Set(lastPasses(exams, reviewer))
  const rows = [...live, ...latest, ...coming, ...revised, ...exams.filter(({ id }) => passed.has(id))]
  const known = [...new Map(rows.map((row) => [row.id, row])).values()].flatMap((row) =>
    toKnown(row, catalogue, passed),
  )
  const wanted = known.filter(({ state, askAt }) => state === 'review' && askAt <= now).length
  // Counted exactly as long as all of them were read.
  const waiting = Math.max(wanted, full ? (counts[0]?.count ?? 0) : 0)
  return {
    reviewer,
    catalogue,
    known,
    waiting,
    // Shelved before it was ever answered, or withdrawn: it is still to be met.
    unformed: [...unformed, ...live.filter(({ state }) => state === null)].map(({ id }) => id),
    studied: studied.filter(({ deckId, items }) => items > 0 && catalogue.parts.has(deckId)),
    limits: limitsOf(person, plans),
    done: doneOn(reviewer.today, dones),
    pace: paceOf(pace),
  }
}

type PersonRow = Awaited<ReturnType<typeof selectReviewer>>[number]

function toReviewer(person: PersonRow, turned: readonly DialRow[], now: number): Reviewer {
  const history = dialHistory(person, turned)
  const dials = dialsAt(history.base, history.turned)(now)
  return {
    id: person.id,
    name: person.name,
    fuzzSeed: person.fuzzSeed,
    twoButtons: person.twoButtons === 1,
    shortcuts: person.shortcuts === 1,
    dials,
    today: localDay(now, dials.timeZone, dials.dayStartHour),
  }
}

/** Who reviews, and how fast; nothing under a session that does not count any more. One round trip. */
export async function readReviewer(db: Db, { id: learner, sessionVersion: session }: Learner, now: number) {
  const [people, dials, pace] = await db.fresh([
    selectReviewer(db, { learner, session }),
    selectDials(db, { learner, now }),
    selectPace(db, { learner }),
  ])
  const [person] = people
  return person && { reviewer: toReviewer(person, dials, now), pace: paceOf(pace) }
}

export type Facts = NonNullable<Awaited<ReturnType<typeof readFacts>>>

/** Nothing for what is new, or stands in no deck any more. */
function toKnown(row: MemoryRow, { items }: Catalogue, passed: ReadonlySet<string>): Known[] {
  const { id, state, stability, reviewedDay, askAt } = row
  const item = items.get(id)
  if (!item || state === null || stability === null || reviewedDay === null || askAt === null) return []
  const { deckId, kind, concepts } = item
  return [
    {
      id,
      deckId,
      kind,
      concepts,
      state,
      stability,
      reviewedDay,
      askAt,
      lastPass: passed.has(id),
      revised: item.revised && row.revision !== null && item.revision > row.revision,
    },
  ]
}

/** Ids of what is asked for once more before an exam, deck by deck. */
function lastPasses(
  rows: readonly (MemoryRow & { deckId: string; examDay: string | null })[],
  { today, dials }: Reviewer,
): string[] {
  const exams = new Map(rows.map(({ deckId, examDay }) => [deckId, examDay]))
  return [...exams].flatMap(([deck, examDay]) => {
    if (!examDay) return []
    const met = rows.flatMap(({ id, deckId, stability, reviewedDay }) =>
      deckId === deck && stability !== null && reviewedDay !== null
        ? [{ itemId: id, stability, reviewedDay }]
        : [],
    )
    return lastPass(met, today, examDay, dials)
  })
}

type Habits = { newADay: number; reviewsADay: number; catchUpADay: number | null }

const limitsOf = (
  { newADay, reviewsADay, catchUpADay }: Habits,
  plans: readonly { deckId: string; newADay: number | null }[],
): Limits => ({
  newADay,
  reviewsADay,
  catchUpADay: catchUpADay ?? undefined,
  newOfDeck: new Map(plans.flatMap(({ deckId, newADay }) => (newADay === null ? [] : [[deckId, newADay]]))),
})

function doneOn(
  today: string,
  rows: readonly { localDay: string; deckId: string; added: number; reviews: number }[],
): Done {
  const mine = rows.filter(({ localDay }) => localDay === today)
  return {
    added: mine.reduce((sum, { added }) => sum + added, 0),
    addedOfDeck: new Map(mine.map(({ deckId, added }) => [deckId, added])),
    reviews: mine.reduce((sum, { reviews }) => sum + reviews, 0),
  }
}
