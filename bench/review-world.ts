import { sql } from 'drizzle-orm'
import { type Db, openDatabase } from '@/db/client'
import { addLearner, BODIES } from '@/db/fixtures'
import { migrate } from '@/db/migrate'
import { rollupWrites } from '@/db/queries/rollups'
import type { Learner } from '@/lib/identity'
import { FOLD_VERSION } from '@/lib/rules/fold'

/** A whole number as SQL sees one: bound as a parameter it would be a fraction, and divide like one. */
const whole = (number: number) => sql.raw(String(Math.ceil(number)))

/** Noon, and the learner's days start at four: what is due today has been so for eight hours. */
export const NOW = Date.UTC(2026, 10, 24, 12)
const DAY_MS = 86_400_000
const TODAY_START = Date.UTC(2026, 10, 24, 4)
const DECKS = 20
/** Of each deck, items that were not met yet: one in so many. */
const NEW_ONE_IN = 25
/** Days over which what was met falls due, a tenth of them gone by: such a learner has been away. */
const DUE_DAYS = 400

/**
 * A learner with memories of so many items, of three kinds in twenty decks, of which some are new, some are steps of
 * learning, some were revised by their author, and a part is due. All is made in SQL.
 */
export async function reviewWorld(file: string, total: number): Promise<{ db: Db; learner: Learner }> {
  await migrate(file)
  const db = await openDatabase(file)
  const learner = await addLearner(db, 'Measured')
  const number = (upTo: number) =>
    sql`n(i) as (select 0 union all select i + 1 from n where i < ${whole(upTo)} - 1)`
  await db.run(sql`
    insert into decks (id, topic, title, summary, language, direction)
    with recursive ${number(DECKS)}
    select 'deck-' || i, 'topic', 'Deck ' || i, 'You can.', 'en', 'ltr' from n`)
  await db.run(sql`
    insert into items (id, deck_id, name, kind, position, level, tags, concepts, content_hash, revision, revised_at)
    with recursive ${number(total)},
      placed as (select i, i % ${whole(DECKS)} as deck, i / ${whole(DECKS)} as at, total / 3 as third from n, (select ${whole(total / DECKS)} as total))
    select 'deck-' || deck || '/item-' || at, 'deck-' || deck, 'item-' || at,
      case min(at / third, 2) when 0 then 'card' when 1 then 'question' else 'prompt' end, at % third,
      case at % third * 3 / third when 0 then 'beginner' when 1 then 'intermediate' else 'advanced' end,
      '[]', json_array('concept-' || at % 40), 'v1', case when i % 997 = 0 then 2 else 1 end,
      case when i % 997 = 0 then ${NOW} end
    from placed`)
  for (const kind of ['card', 'question', 'prompt'] as const)
    await db.run(sql`
      insert into item_versions (item_id, content_hash, revision, body, seeded_at)
      select id, 'v1', 1, ${JSON.stringify(BODIES[kind])}, 0 from items where kind = ${kind}`)
  await db.run(memories(learner.id))
  await db.run(days(learner.id))
  for (let deck = 0; deck < DECKS; deck += 1) await db.atomically(rollupWrites(db, `deck-${deck}`))
  return { db, learner }
}

/** The last of each part were not met; every two-hundredth is in a step of learning. */
const memories = (learner: string) => sql`
  insert into snapshots (learner_id, item_id, deck_id, kind, version, fold, attempts, first_at, first_mark, first_answer,
    first_hash, last_at, last_mark, last_answer, best_mark, known, right_first, right_ever, concepts_best, revision,
    state, stability, difficulty, due_at, reviewed_at, reviewed_day, interval_days, step, reviews, lapses, recalled, mixed,
    ask_at)
  with
    placed as (
      select *, rowid as number, count(*) over (partition by deck_id, kind) as size from items
    ),
    timed as (
      select *, case when number % 200 = 0 then ${whole(NOW)} + (number / 200 % 40 - 20) * 60000
        else ${whole(TODAY_START)} + (number * 7919 % ${whole(DUE_DAYS)} - ${whole(DUE_DAYS / 10)}) * ${whole(DAY_MS)} end as due
      from placed where position < size - size / ${whole(NEW_ONE_IN)}
    )
  select ${learner}, id, deck_id, kind, 1, ${FOLD_VERSION}, 3, ${NOW - 300 * DAY_MS}, 1, '{"kind":"card","grade":"good"}',
    'v1', ${NOW - 5 * DAY_MS}, 1, '{"kind":"card","grade":"good"}', 1, 1, 0, 0, 0, 1,
    case when number % 200 = 0 then 'learning' else 'review' end, 1 + number % 60, 5, due, ${NOW - 5 * DAY_MS},
    date(${whole((NOW - 5 * DAY_MS) / 1000)}, 'unixepoch'), case when number % 200 = 0 then 0 else 10 end, 0, 3, 0, 1, 1, due
  from timed`

/** A year of studying, so that what was done is read from among many days. */
const days = (learner: string) => sql`
  insert into study_days (learner_id, local_day, deck_id, kind, counts)
  with recursive n(i) as (select 0 union all select i + 1 from n where i < 364)
  select ${learner}, date(${whole(NOW / 1000)} - i * 86400, 'unixepoch'), decks.id, kind,
    json_object('attempts', 3, 'ms', 30000, 'reviews', 3, 'youngN', 2, 'youngR', 2)
  from n, decks, (select distinct kind from items) where (n.i + decks.rowid) % 5 = 0`
