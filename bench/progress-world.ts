import { sql } from 'drizzle-orm'
import { type Db, openDatabase } from '@/db/client'
import { addDeck, addLearner } from '@/db/fixtures'
import { migrate } from '@/db/migrate'
import { studyDays } from '@/db/schema'
import type { Learner } from '@/lib/identity'
import { FOLD_VERSION } from '@/lib/rules/fold'
import { addDays } from '@/lib/rules/local-day'

const DAY = 86_400_000
export const NOW = Date.UTC(2026, 10, 24, 18)
const TODAY = '2026-11-24'
const DECKS = ['first', 'second', 'third', 'fourth']
/** Two years and a month with most days studied: about 260 answers on each, as the daily limits allow. */
const DAYS = 770

/**
 * A database with one learner of so many attempts on so many items, made in SQL: memories as they are after two years,
 * a rollup of days over four decks and three kinds, and items in an order that is not that of their memories.
 */
export async function progressWorld(
  file: string,
  { attempts, items }: { attempts: number; items: number },
): Promise<{ db: Db; learner: Learner }> {
  await migrate(file)
  const db = await openDatabase(file)
  for (const deck of DECKS) await addDeck(db, deck, 1)
  const learner = await addLearner(db, 'Learner')
  await db.run(itemsOf(items))
  await db.run(sql`
    insert into item_versions (item_id, content_hash, revision, body, seeded_at)
    select id, content_hash, 1, (select body from item_versions where item_id = 'first/card-1'), 0
    from items where id like '%/made-%'`)
  await db.run(snapshotsOf(learner.id, Math.round(attempts / items)))
  await db.run(attemptsOf(learner.id, Math.round(attempts / items)))
  await db.run(rollupsOf)
  await addDaysOf(db, learner.id, attempts)
  await db.run(sql`analyze`)
  return { db, learner }
}

const deckNames = sql.raw(`'${JSON.stringify(DECKS)}'`)
const itemsOf = (count: number) => sql`
  insert into items (id, deck_id, name, kind, position, level, tags, concepts, content_hash, revision)
  with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
  select json_extract(${deckNames}, '$[' || (i % 4) || ']') || '/made-' || i, json_extract(${deckNames}, '$[' || (i % 4) || ']'),
    'made-' || i, json_extract('["card","card","card","question","question","prompt"]', '$[' || (i / 4 % 6) || ']'), i, 'beginner',
    '[]', '["sugar"]', 'v1', 1
  from n order by i * 7919 % ${count}`

/** Memories of every age and strength; answers and what an item gave to its days as large as they are. */
const snapshotsOf = (learner: string, each: number) => sql`
  insert into snapshots (learner_id, item_id, deck_id, kind, version, fold, attempts, first_at, first_mark, first_answer,
    first_hash, last_at, last_mark, last_answer, best_mark, known, right_first, right_ever, concepts_best, state, stability,
    difficulty, due_at, reviewed_at, reviewed_day, interval_days, step, reviews, lapses, recalled, mixed, ask_at, days)
  with memory as (
    select id, deck_id, kind, position as i, 1 + position * 37 % 397 + position % 10 / 10.0 as strength from items where name like 'made-%'
  )
  select ${learner}, id, deck_id, kind, 1, ${FOLD_VERSION}, ${each}, ${NOW - DAYS * DAY}, 1, answer, 'v1',
    ${NOW} - i * 11 % 300 * ${DAY}, i % 8 > 0, answer, 1, 1, 0, 0, 0, case when i % 25 then 'review' else 'learning' end, strength,
    1 + i * 13 % 90 / 10.0, ask, ${NOW} - i * 11 % 300 * ${DAY}, ${TODAY}, case when i % 25 then cast(strength as int) else 0 end,
    0, ${each}, i % 4, i % 8 > 0, 1, ask,
    (select json_group_object(value, json('{"attempts":1,"ms":9000,"reviews":1,"good":1,"youngN":1,"youngR":1,"hourN.18":1}'))
      from json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]'))
  from (
    select *, ${NOW - 14 * 3_600_000} + (i * 17 % 400 - 20) * ${DAY} as ask, case kind
      when 'card' then '{"kind":"card","grade":"good"}'
      when 'question' then '{"kind":"question","chosen":["b"]}'
      else json_object('kind', 'prompt', 'text', 'Plants turn light into sugar, as far as I remember, and let go of oxygen while they do it, which takes water as well.')
    end as answer from memory order by i * 6007 % 15013
  )`

const attemptsOf = (learner: string, each: number) => sql`
  insert into attempts (id, learner_id, item_id, deck_id, kind, content_hash, revision, context, answer, certainty, answered_at,
    received_at, local_day, mark, verdict)
  with recursive k(i) as (select 0 union all select i + 1 from k where i < ${each - 1})
  select item_id || '-' || k.i, ${learner}, item_id, deck_id, kind, 'v1', 1, 'review', last_answer,
    case when kind = 'card' then null when (k.i + length(item_id)) % 3 then 'sure' else 'think' end, last_at - k.i * 20 * ${DAY},
    last_at - k.i * 20 * ${DAY}, ${TODAY}, last_mark, '{"rule":1,"mark":1}'
  from k cross join snapshots`

const rollupsOf = sql`
  insert into rollups (learner_id, deck_id, kind, items, attempts, known, right_first, right_ever, concepts_best, last_at)
  select learner_id, deck_id, kind, count(*), sum(attempts), 0, 0, 0, 0, max(last_at) from snapshots group by 1, 2, 3`

/** Days of four decks and three kinds, each with the figures that a day's part has. */
async function addDaysOf(db: Db, learnerId: string, attempts: number): Promise<void> {
  const each = Math.round(attempts / DAYS / DECKS.length / 3)
  const counts = {
    ...{
      attempts: each,
      ms: each * 9000,
      reviews: each - 1,
      added: 1,
      again: 1,
      hard: 2,
      good: each - 4,
      easy: 1,
    },
    ...{ youngN: 5, youngR: 4, matureN: each - 7, matureR: each - 8, error: 90_000 },
    ...{
      'hourN.7': 3,
      'hourR.7': 3,
      'hourN.18': 5,
      'hourR.18': 4,
      'hourN.19': each - 9,
      'hourR.19': each - 9,
    },
    ...{
      'binN.17': 2,
      'binP.17': 1750,
      'binR.17': 2,
      'binN.18': each - 4,
      'binP.18': 900,
      'binR.18': each - 5,
    },
    ...{ sureN: 4, sureR: 3, thinkN: 3, thinkR: 2 },
  }
  for (let ago = 0; ago < DAYS; ago += 1)
    await db.insert(studyDays).values(
      DECKS.flatMap((deckId) =>
        (['card', 'question', 'prompt'] as const).map((kind) => ({
          learnerId,
          localDay: addDays(TODAY, -ago),
          deckId,
          kind,
          counts,
        })),
      ),
    )
}
