// `/progress` of a learner with 200,000 attempts on 10,000 items: milliseconds spent in the database.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readProgress } from '@/db/queries/progress'
import type { ProgressView } from '@/lib/rules/progress/view'
import { timed } from './database-time'
import { NOW, progressWorld } from './progress-world'

const ROUNDS = 15
const SIZE = { attempts: 200_000, items: 10_000 }
/** The page as it is opened, and with all there ever was. */
const VIEWS: ProgressView[] = [{ range: '30d' }, { range: 'all' }]

/** Milliseconds in the database for one page, by view: the time of its round trips, and nothing of what follows them. */
export async function measureProgress(): Promise<{ usual: number[]; all: number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-bench-'))
  try {
    const { db, learner } = await progressWorld(join(folder, 'progress.db'), SIZE)
    const timer = timed(db)
    const times: number[][] = [[], []]
    // The first round fills caches.
    for (let round = -1; round < ROUNDS; round += 1)
      for (const [place, view] of VIEWS.entries()) {
        const told = await readProgress(timer.db, learner, view, NOW)
        const spent = timer.spent()
        if (!told || told.cells.length === 0 || told.sureAndWrong.length === 0)
          throw new Error('The page that is measured shows nothing.')
        if (round >= 0) times[place]?.push(spent)
      }
    db.close()
    return { usual: times[0] ?? [], all: times[1] ?? [] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
