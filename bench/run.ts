// `npm run bench`: measures this build against bare ones of the same Next, on this machine, and prints the ratios.
import { join } from 'node:path'
import { openDatabase } from '@/db/client'
import { addLearner } from '@/db/fixtures'
import { routes } from '@/lib/routes'
import { buildIfNeeded } from '@/scripts/server/built'
import { attemptRate } from './attempt-rate'
import { measureClassDashboard } from './class-dashboard'
import { javascript } from './javascript'
import { pageRate } from './page-rate'
import { measureProgress } from './progress'
import { type Figure, holds, line, median } from './ratio'
import { rebuildRate } from './rebuild'
import { measureReviewQueue } from './review-queue'
import { roundTrips, tripLines } from './round-trips'
import { measureSearch } from './search'
import { startBare, startOurs } from './servers'
import { signedIn } from './signed-in'

const DECK = '/decks/what-is-mlops'

async function classDashboard(): Promise<Figure> {
  const { ratios, small, large } = await measureClassDashboard()
  return {
    title: 'Database time of a class dashboard, 1,000,000 attempts to 100,000',
    ratios,
    bound: { atMost: 1.3 },
    behind: `${median(large).toFixed(2)} ms against ${median(small).toFixed(2)} ms`,
  }
}

async function reviewQueue(): Promise<Figure[]> {
  const { ratios, small, large } = await measureReviewQueue()
  const behind = `${median(large).toFixed(2)} ms against ${median(small).toFixed(2)} ms`
  return [
    {
      title: 'Database time of a review’s queue and counts, 100,000 items to 10,000',
      ratios,
      bound: { atMost: 1.3 },
      behind,
    },
    {
      title: 'Milliseconds in the database for the queue of 100,000 items',
      ratios: large,
      bound: { atMost: 5 },
      behind,
    },
  ]
}

/** Milliseconds and not ratios: a learner waits for this page, whatever else the machine can do. */
async function progress(): Promise<Figure> {
  const { usual, all } = await measureProgress()
  return {
    title: 'Database milliseconds of /progress, 200,000 attempts on 10,000 items',
    ratios: usual,
    bound: { atMost: 50 },
    behind: `${median(all).toFixed(1)} ms with every day there ever was`,
  }
}

/** Milliseconds for the question that takes longest: somebody waits for each. */
async function search(): Promise<Figure> {
  const times = Object.entries(await measureSearch()).sort(([, a], [, b]) => median(b) - median(a))
  return {
    title: 'Database milliseconds of /search, 1,000 decks and 50,000 items, the slowest question',
    ratios: times[0]?.[1] ?? [],
    bound: { atMost: 20 },
    behind: times.map(([what, each]) => `${what} ${median(each).toFixed(1)} ms`).join(', '),
  }
}

/** The cookie of somebody new. */
async function somebody({ folder }: { folder: string }): Promise<string> {
  const db = await openDatabase(join(folder, 'recall.db'))
  const cookie = await signedIn(await addLearner(db))
  db.close()
  return cookie
}

async function served(): Promise<Figure[]> {
  if (!(await buildIfNeeded('content'))) throw new Error('There is nothing to measure without a build.')
  const bare = await startBare()
  const ours = await startOurs()
  try {
    const url = ours.url.replace('localhost', '127.0.0.1')
    const figures: Figure[] = []
    for (const measure of [
      () => javascript({ name: 'deck', page: url + DECK, atMost: 1.15 }, `${bare.url}/`),
      async () => {
        const page = url + routes.review()
        return javascript(
          { name: 'review', page, atMost: 1.35, cookie: await somebody(ours) },
          `${bare.url}/`,
        )
      },
      () => pageRate(url + DECK, `${bare.url}/`),
      () => attemptRate({ ...ours, url }, bare.url),
    ]) {
      for (const figure of [await measure()].flat()) {
        console.log(line(figure))
        figures.push(figure)
      }
    }
    return figures
  } finally {
    await Promise.all([bare.stop(), ours.stop()])
  }
}

const figures = await served()
const trips = await roundTrips()
console.log(
  trips.length > 0
    ? `Round trips to a libSQL server:\n${tripLines(trips)}`
    : 'Round trips: not counted, a libSQL server ships for Linux on x64 alone',
)
for (const measure of [classDashboard, reviewQueue, progress, search, rebuildRate]) {
  const measured = [await measure()].flat()
  for (const figure of measured) console.log(line(figure))
  figures.push(...measured)
}
process.exit(figures.every(holds) ? 0 : 1)
