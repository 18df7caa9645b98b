// The queue of a learner with 10,000 items and with 100,000: time spent in the database for the order of the day, its
// counts and the bodies of the next items, as a ratio and in milliseconds. Everything in it is bounded, so it should
// not grow with what was learned. What is the same for every learner is read once for each version of the content.
import { join } from 'node:path'
import { readQueue } from '@/db/queries/review-queue'
import { smallAndLarge } from './database-time'
import { NOW, reviewWorld } from './review-world'

const WANTED = { count: 12, holding: new Set<string>() }

export const measureReviewQueue = () =>
  smallAndLarge(
    async (folder) => [
      await reviewWorld(join(folder, 'few.db'), 10_000),
      await reviewWorld(join(folder, 'many.db'), 100_000),
    ],
    async ({ db, learner }) => {
      const read = await readQueue(db, learner, NOW, { wanted: WANTED })
      if (read?.items.length !== WANTED.count) throw new Error('There was no queue to measure.')
    },
  )
