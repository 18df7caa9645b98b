// `npm run bench`: measures this build against bare ones of the same Next, on this machine, and prints the ratios.
import { buildIfNeeded } from '@/scripts/server/built'
import { attemptRate } from './attempt-rate'
import { measureClassDashboard } from './class-dashboard'
import { javascript } from './javascript'
import { pageRate } from './page-rate'
import { type Figure, holds, line, median } from './ratio'
import { roundTrips, tripLines } from './round-trips'
import { startBare, startOurs } from './servers'

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

async function served(): Promise<Figure[]> {
  if (!(await buildIfNeeded('content'))) throw new Error('There is nothing to measure without a build.')
  const bare = await startBare()
  const ours = await startOurs()
  try {
    const url = ours.url.replace('localhost', '127.0.0.1')
    const figures: Figure[] = []
    for (const measure of [
      () => javascript(url + DECK, `${bare.url}/`),
      () => pageRate(url + DECK, `${bare.url}/`),
      () => attemptRate({ ...ours, url }, bare.url),
    ]) {
      const figure = await measure()
      console.log(line(figure))
      figures.push(figure)
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
const dashboard = await classDashboard()
console.log(line(dashboard))
process.exit([...figures, dashboard].every(holds) ? 0 : 1)
