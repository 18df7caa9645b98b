import { and, asc, between, eq, lt, sql } from 'drizzle-orm'
import type { Db, Query } from '@/db/client'
import { attempts, dials, judgements, learners, shelvings, snapshots, studyDays } from '@/db/schema'
import { FOLD_VERSION, type Folded, fold } from '@/lib/rules/fold'
import type { ItemKind } from '@/lib/rules/item'
import { DaySums } from '@/lib/rules/memory/day-counts'
import { factColumns, judgementColumns, shelvingColumns } from './fact-statements'
import { personOf, untilWritten } from './item-facts'
import { learnerRollupWrites } from './rollups'
import { type SnapshotRow, snapshotRewrite } from './snapshots'
import { studyDayMoves } from './study-day-moves'

/** Items of one learner that are folded and written together. */
const PORTION = 2000

export type Rebuilt = { items: number; attempts: number; changed: number }

/**
 * Folds all facts of the items whose snapshots are of an older fold, and moves their learners' rollups along. Safe
 * beside a running server: every row is guarded by its version, and an interrupted run goes on where it stopped.
 * @param progress called after each portion with what was done so far
 * @throws Error when an item's facts cannot be written for the writers of the same learner
 */
export async function rebuildPending(db: Db, progress: (done: Rebuilt) => void = () => {}): Promise<Rebuilt> {
  const done: Rebuilt = { items: 0, attempts: 0, changed: 0 }
  for (;;) {
    // A replica may not know yet what the last portion wrote, and would give it once more, or none of what was marked.
    const [[next]] = await db.fresh([
      db
        .select({ learnerId: snapshots.learnerId })
        .from(snapshots)
        .where(lt(snapshots.fold, FOLD_VERSION))
        .orderBy(asc(snapshots.fold))
        .limit(1),
    ])
    if (!next) return done
    const part = await untilWritten(() => rebuildPortion(db, next.learnerId))
    if ('recorded' in part)
      throw new Error(`The rebuild was stopped: the database is ${part.reason}. Run it again.`)
    done.items += part.items
    done.attempts += part.attempts
    done.changed += part.changed
    progress(done)
  }
}

/** Of a row that waits for a rebuild of all; a real fold has version 1 or more. */
const MARKED = 0
/** Of a row made for a rebuild, until all are marked: a run stopped in between has not begun. */
const MADE = -1

/**
 * Begins a rebuild of everything, unless one was stopped: then what is marked is left of it, and marking again would
 * throw away what it has done.
 * @returns whether an earlier run goes on
 */
export async function beginRebuild(db: Db): Promise<{ goesOn: boolean }> {
  const [[left]] = await db.fresh([
    db.select({ fold: snapshots.fold }).from(snapshots).where(eq(snapshots.fold, MARKED)).limit(1),
  ])
  if (!left) await markAll(db)
  return { goesOn: left !== undefined }
}

/**
 * Marks every snapshot as one of no fold, making a row for what has facts and none, and takes the days away, so that
 * `rebuildPending` makes everything there is from the facts.
 */
export async function markAll(db: Db): Promise<void> {
  const missing = (table: typeof attempts | typeof shelvings) =>
    db.run(sql`
      insert into ${snapshots} (learner_id, item_id, deck_id, kind, version, fold, attempts, first_at, first_mark,
        first_answer, first_hash, last_at, last_mark, last_answer, best_mark, known, right_first, right_ever, concepts_best)
      select f.learner_id, f.item_id, i.deck_id, i.kind, 1, ${MADE}, 0, 0, 0, '{}', '', 0, 0, '{}', 0, 0, 0, 0, 0
      from ${table} f join items i on i.id = f.item_id
      where not exists (select 1 from ${snapshots} s where s.learner_id = f.learner_id and s.item_id = f.item_id)
      group by f.learner_id, f.item_id`)
  await missing(attempts)
  await missing(shelvings)
  await db.atomically([db.update(snapshots).set({ fold: MARKED, days: null }), db.delete(studyDays)])
}

async function rebuildPortion(db: Db, learnerId: string): Promise<Rebuilt> {
  const [rows] = await db.fresh([
    db
      .select()
      .from(snapshots)
      .where(and(eq(snapshots.learnerId, learnerId), lt(snapshots.fold, FOLD_VERSION)))
      .orderBy(asc(snapshots.itemId))
      .limit(PORTION),
  ])
  const { person, turned, answers, judged, shelved } = await readFacts(db, learnerId, rows)
  if (!person) return { items: 0, attempts: 0, changed: 0 }
  const of = { attempts: byItem(answers), judgements: byItem(judged), shelvings: byItem(shelved) }
  const ofItem = personOf(person, turned)
  const writes: Query[] = []
  const moved = new Map<string, DaySums>()
  let changed = 0
  for (const row of rows) {
    const { itemId, deckId, kind } = row
    const facts = {
      attempts: of.attempts.get(itemId) ?? [],
      judgements: of.judgements.get(itemId) ?? [],
      shelvings: of.shelvings.get(itemId) ?? [],
    }
    const folded = fold(facts, ofItem(itemId))
    if (!isSame(row, folded)) changed += 1
    writes.push(snapshotRewrite(db, row, folded))
    const part = JSON.stringify([deckId, kind])
    const sums = moved.get(part) ?? new DaySums()
    moved.set(part, sums)
    sums.add(folded.days)
    if (row.days) sums.add(row.days, -1)
  }
  for (const [part, { days }] of moved) {
    const [deckId, kind] = JSON.parse(part) as [string, ItemKind]
    writes.push(...studyDayMoves(db, { learnerId, deckId, kind }, days))
  }
  const [first, ...rest] = [...writes, ...learnerRollupWrites(db, learnerId)]
  if (first) await db.atomically([first, ...rest])
  return { items: rows.length, attempts: answers.length, changed }
}

/** All facts on these items, in one round trip. */
async function readFacts(db: Db, learnerId: string, rows: readonly SnapshotRow[]) {
  const first = rows[0]?.itemId ?? ''
  const last = rows.at(-1)?.itemId ?? ''
  const within = (table: typeof attempts | typeof judgements | typeof shelvings) =>
    and(eq(table.learnerId, learnerId), between(table.itemId, first, last))
  const [people, turned, answers, judged, shelved] = await db.fresh([
    db
      .select({
        timeZone: learners.timeZone,
        dayStartHour: learners.dayStartHour,
        fuzzSeed: learners.fuzzSeed,
      })
      .from(learners)
      .where(eq(learners.id, learnerId)),
    db.select().from(dials).where(eq(dials.learnerId, learnerId)),
    db
      .select({ itemId: attempts.itemId, ...factColumns })
      .from(attempts)
      .where(within(attempts)),
    db
      .select({ itemId: judgements.itemId, ...judgementColumns })
      .from(judgements)
      .where(within(judgements)),
    db
      .select({ itemId: shelvings.itemId, ...shelvingColumns })
      .from(shelvings)
      .where(within(shelvings)),
  ])
  return { person: people[0], turned, answers, judged, shelved }
}

function byItem<Row extends { itemId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const map = new Map<string, Row[]>()
  for (const row of rows) {
    const list = map.get(row.itemId)
    if (list) list.push(row)
    else map.set(row.itemId, [row])
  }
  return map
}

/** Whether a row said already what its facts fold to, its days left out: those are taken away before all is folded. */
function isSame(row: SnapshotRow, { days: _, ...folded }: Folded): boolean {
  return (Object.keys(folded) as (keyof typeof folded)[]).every((name) => {
    const [stored, made] = [row[name], folded[name]]
    return stored === made || (typeof made === 'object' && JSON.stringify(stored) === JSON.stringify(made))
  })
}
