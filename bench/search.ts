// `/search` over 1,000 decks and 50,000 items: milliseconds spent in the database for one page of results and their count.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { searchContent } from '@/db/queries/search'
import { readSearchView } from '@/lib/rules/search/view'
import { timed } from './database-time'
import { searchWorld, word } from './search-world'

const ROUNDS = 15
const DECKS = 1000
/** What people ask, from what hardly anything has to what nearly everything has. */
const ASKED: Record<string, Record<string, string>> = {
  'a rare word': { q: word(9000) },
  'two words': { q: `${word(60)} ${word(300)}` },
  'the beginning of a word': { q: word(3000).slice(0, 3) },
  'a word of a tenth of all, narrowed': { q: word(30), kind: 'card', level: 'beginner' },
  'the commonest word': { q: word(0) },
  'two that are in nearly everything, and a rare one': { q: `${word(0)} ${word(1)} ${word(2000)}` },
  'all of a level, page 25': { level: 'beginner', page: '25' },
}

/** Milliseconds in the database for each question, by what it asks. */
export async function measureSearch(): Promise<Record<string, number[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-bench-'))
  try {
    const db = await searchWorld(join(folder, 'search.db'), DECKS)
    const timer = timed(db)
    const times: Record<string, number[]> = {}
    // The first round fills caches.
    for (let round = -1; round < ROUNDS; round += 1)
      for (const [what, params] of Object.entries(ASKED)) {
        const { found } = await searchContent(timer.db, readSearchView(params))
        const spent = timer.spent()
        if (found.length === 0) throw new Error(`Nothing was found by ${what}.`)
        if (round >= 0) times[what] = [...(times[what] ?? []), spent]
      }
    db.close()
    return times
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
