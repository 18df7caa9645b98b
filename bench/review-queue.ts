// The queue of a learner with 10,000 items and with 100,000: time spent in the database for the order of the day, its
// counts and the bodies of the next items, as a ratio and in milliseconds. Everything in it is bounded, so it should
// not grow with what was learned. What is the same for every learner is read once for each version of the content.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '@/db/client'
import { readQueue } from '@/db/queries/review-queue'
import type { Learner } from '@/lib/identity'
import { NOW, reviewWorld } from './review-world'

const ROUNDS = 15
const EACH = 20

/** Milliseconds in the database for one queue. */
async function databaseTime({ db, learner }: { db: Db; learner: Learner }): Promise<number> {
  let spent = 0
  const read = await readQueue(
    timed(db, (ms) => (spent += ms)),
    learner,
    NOW,
    {
      wanted: { count: 12, holding: new Set() },
    },
  )
  if (read?.items.length !== 12) throw new Error('There was no queue to measure.')
  return spent
}

/** The same database, whose round trips say how long they took. One for each, so that statements stay prepared. */
const timers = new WeakMap<Db, { db: Db; spend: (ms: number) => void }>()

function timed(db: Db, spend: (ms: number) => void): Db {
  const known = timers.get(db)
  if (known) {
    known.spend = spend
    return known.db
  }
  const timer = { db, spend }
  timer.db = Object.assign(Object.create(db), {
    fresh: async (queries: Parameters<Db['fresh']>[0]) => {
      const start = performance.now()
      const rows = await db.fresh(queries)
      timer.spend(performance.now() - start)
      return rows
    },
  })
  timers.set(db, timer)
  return timer.db
}

/** Ratios of one round each, larger to smaller, taken in turns; and the milliseconds behind them. */
export async function measureReviewQueue(): Promise<{ ratios: number[]; small: number[]; large: number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-bench-'))
  try {
    const few = await reviewWorld(join(folder, 'few.db'), 10_000)
    const many = await reviewWorld(join(folder, 'many.db'), 100_000)
    const small: number[] = []
    const large: number[] = []
    for (let round = -1; round < ROUNDS; round += 1) {
      let [fewMs, manyMs] = [0, 0]
      for (let number = 0; number < EACH; number += 1) {
        fewMs += await databaseTime(few)
        manyMs += await databaseTime(many)
      }
      // The first round fills caches.
      if (round < 0) continue
      small.push(fewMs / EACH)
      large.push(manyMs / EACH)
    }
    few.db.close()
    many.db.close()
    return { ratios: large.map((time, round) => time / (small[round] ?? time)), small, large }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
