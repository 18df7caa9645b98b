// The dashboard of a class of thirty learners, with 100,000 attempts in the database and with 1,000,000: time spent in
// the database, as a ratio. It reads rollups and snapshots, so it should not grow with what was answered.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '@/db/client'
import { readDashboard } from '@/db/queries/class-dashboard'
import type { Instructor } from '@/lib/identity'
import { classWorld } from './class-world'

const ROUNDS = 15
/** Dashboards a round and database: enough that one slow one does not make a round. */
const EACH = 20

/** Milliseconds in the database for one dashboard: the time of its round trips, and nothing of what follows them. */
async function databaseTime({ db, instructor }: { db: Db; instructor: Instructor }): Promise<number> {
  let spent = 0
  const timed: Db = Object.assign(Object.create(db), {
    together: async (queries: Parameters<Db['together']>[0]) => {
      const start = performance.now()
      const rows = await db.together(queries)
      spent += performance.now() - start
      return rows
    },
  })
  await readDashboard(timed, instructor, Date.now())
  return spent
}

/** Ratios of one round each, larger database to smaller, taken in turns; and the milliseconds behind them. */
export async function measureClassDashboard(): Promise<{
  ratios: number[]
  small: number[]
  large: number[]
}> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-bench-'))
  try {
    const few = await classWorld(join(folder, 'few.db'), 100_000)
    const many = await classWorld(join(folder, 'many.db'), 1_000_000)
    const small: number[] = []
    const large: number[] = []
    for (let round = -1; round < ROUNDS; round += 1) {
      let [fewMs, manyMs] = [0, 0]
      // One dashboard of each in turn: whatever else the machine does meets both.
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
