import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '@/db/client'

const ROUNDS = 15
/** Of each database in a round: enough that one slow one does not make a round. */
const EACH = 20

/** A database whose lists of reads are timed, and the milliseconds they took since they were last asked for. */
export type Timed = { db: Db; spent: () => number }

/** One for each database and measurement: statements stay prepared by the object they were prepared on. */
export function timed(db: Db): Timed {
  let spent = 0
  const timing = <Queries, Rows>(read: (queries: Queries) => Promise<Rows>) => {
    return async (queries: Queries): Promise<Rows> => {
      const start = performance.now()
      const rows = await read(queries)
      spent += performance.now() - start
      return rows
    }
  }
  return {
    db: Object.assign(Object.create(db), { together: timing(db.together), fresh: timing(db.fresh) }),
    spent: () => {
      const taken = spent
      spent = 0
      return taken
    },
  }
}

export type Pairs = { ratios: number[]; small: number[]; large: number[] }

/**
 * Time in the database for the same work in a smaller and a larger one: ratios of one round each, larger to smaller,
 * taken in turns, and the milliseconds behind them.
 * @param worlds makes both in a folder that is removed afterwards
 * @param work what is timed: its round trips, and nothing of what follows them
 */
export async function smallAndLarge<World extends { db: Db }>(
  worlds: (folder: string) => Promise<[small: World, large: World]>,
  work: (world: World) => Promise<void>,
): Promise<Pairs> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-bench-'))
  try {
    const both = await worlds(folder)
    const [few, many] = both.map((world) => ({ world, timer: timed(world.db) }))
    if (!few || !many) throw new Error('There are two worlds to measure.')
    const pairs: Pairs = { ratios: [], small: [], large: [] }
    for (let round = -1; round < ROUNDS; round += 1) {
      let [fewMs, manyMs] = [0, 0]
      // One of each in turn: whatever else the machine does meets both.
      for (let number = 0; number < EACH; number += 1) {
        await work({ ...few.world, db: few.timer.db })
        fewMs += few.timer.spent()
        await work({ ...many.world, db: many.timer.db })
        manyMs += many.timer.spent()
      }
      // The first round fills caches.
      if (round < 0) continue
      pairs.small.push(fewMs / EACH)
      pairs.large.push(manyMs / EACH)
      pairs.ratios.push(manyMs / fewMs)
    }
    for (const { db } of both) db.close()
    return pairs
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
