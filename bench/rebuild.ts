// Folding all facts again: attempts a second, on a file, with everything that is written in the end.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { type Db, openDatabase } from '@/db/client'
import { addDeck } from '@/db/fixtures'
import { migrate } from '@/db/migrate'
import { markAll, rebuildPending } from '@/db/queries/rebuild'
import type { Figure } from './ratio'

const LEARNERS = 40
/** Items of each of the three kinds. */
const ITEMS_A_KIND = 33
/** Of each learner on each item, one a week. */
const ATTEMPTS_EACH = 50
const ROUNDS = 5
const WANTED_PER_SECOND = 100_000

/** How many attempts a second a rebuild folds, against the hundred thousand that are wanted. */
export async function rebuildRate(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-bench-'))
  try {
    const db = await rebuildWorld(join(folder, 'rebuild.db'))
    const rates: number[] = []
    // The first round makes every row; the others find them as they should be.
    for (let round = 0; round < ROUNDS; round += 1) {
      await db.run(sql`update snapshots set stability = null, days = null`)
      await markAll(db)
      const start = performance.now()
      const { attempts } = await rebuildPending(db)
      rates.push((attempts / (performance.now() - start)) * 1000)
    }
    db.close()
    return {
      title: 'Attempts folded a second by a rebuild, to a hundred thousand',
      ratios: rates.map((rate) => rate / WANTED_PER_SECOND),
      bound: { atLeast: 1 },
      behind: `${LEARNERS * ITEMS_A_KIND * 3 * ATTEMPTS_EACH} attempts`,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function rebuildWorld(file: string): Promise<Db> {
  await migrate(file)
  const db = await openDatabase(file)
  await addDeck(db, 'deck', ITEMS_A_KIND)
  const begin = Date.UTC(2025, 0, 6, 12)
  const week = 7 * 86_400_000
  await db.run(sql`
    insert into learners (id, name, time_zone, created_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${LEARNERS})
    select 'learner-' || i, 'Learner', 'Europe/Berlin', 0 from n`)
  await db.run(sql`
    insert into attempts (id, learner_id, item_id, deck_id, kind, content_hash, revision, context, answer, answered_at,
      received_at, duration_ms, local_day, mark, verdict)
    with recursive k(i) as (select 0 union all select i + 1 from k where i < ${ATTEMPTS_EACH - 1}),
    given as (
      select l.id as learner_id, i.id as item_id, i.deck_id, i.kind, k.i as i,
        ${begin} + k.i * ${week} as at, abs(random()) % 10 > 1 as knows
      from learners l, items i, k
    )
    select learner_id || ' ' || item_id || ' ' || i, learner_id, item_id, deck_id, kind, 'v1', 1, 'review',
      case kind
        when 'card' then json_object('kind', 'card', 'grade', iif(knows, 'good', 'forgot'))
        when 'question' then json_object('kind', 'question', 'chosen', json_array(iif(knows, 'b', 'a')))
        else json_object('kind', 'prompt', 'text', 'Plants turn light into sugar, as far as I remember.')
      end,
      at, at, 8000, date(at / 1000, 'unixepoch'), knows, json_object('rule', 1, 'mark', knows, 'total', 4)
    from given`)
  return db
}
