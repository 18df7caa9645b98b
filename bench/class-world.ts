import { eq, type SQL, sql } from 'drizzle-orm'
import { type Db, openDatabase } from '@/db/client'
import { addDeck, addLearner } from '@/db/fixtures'
import { migrate } from '@/db/migrate'
import { assignDeck } from '@/db/queries/assignments'
import { createClass } from '@/db/queries/classes'
import { joinClass } from '@/db/queries/joining'
import { rollupWrites } from '@/db/queries/rollups'
import { classes } from '@/db/schema'
import { asInstructor, type Instructor } from '@/lib/identity'
import { FOLD_VERSION } from '@/lib/rules/fold'

const NOW = Date.UTC(2026, 10, 24)
const MONTH_MS = 30 * 86_400_000
const DECKS = ['first', 'second', 'third']
/** Items of each kind in a deck. */
const ITEMS_A_KIND = 14
const LEARNERS_IN_CLASS = 30
/** Of all attempts, the class's own: one in ten. */
const CLASS_SHARE = 0.1
/** Attempts of each learner outside. */
const ATTEMPTS_OUTSIDE = 300

/**
 * A database with so many attempts, a tenth of them by a class of thirty on three decks: with ten times as many, the
 * class has ten times as many too. Attempts are made in SQL, snapshots and rollups are folded from them in SQL.
 */
export async function classWorld(file: string, total: number): Promise<{ db: Db; instructor: Instructor }> {
  await migrate(file)
  const db = await openDatabase(file)
  for (const deck of DECKS) await addDeck(db, deck, ITEMS_A_KIND)
  const teacher = await addLearner(db, 'Instructor')
  const classId = (await createClass(db, teacher, 'Measured class', NOW)) ?? ''
  const instructor = asInstructor({ learner: teacher, classId })
  const [{ code } = { code: '' }] = await db.select().from(classes).where(eq(classes.id, classId))
  for (const deck of DECKS) await assignDeck(db, instructor, deck, NOW - MONTH_MS / 2, NOW)
  for (let number = 0; number < LEARNERS_IN_CLASS; number += 1)
    await joinClass(db, await addLearner(db, `Learner ${number}`), code, NOW)
  const ownAttempts = Math.round((total * CLASS_SHARE) / LEARNERS_IN_CLASS)
  const outside = Math.round((total * (1 - CLASS_SHARE)) / ATTEMPTS_OUTSIDE)
  await db.run(sql`
    insert into learners (id, name, created_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${outside})
    select 'outsider-' || i, 'Outsider', 0 from n`)
  const inClass = sql`select learner_id from memberships where role = 'learner'`
  await db.run(attemptsOf(sql`id in (${inClass})`, ownAttempts))
  await db.run(attemptsOf(sql`id like 'outsider-%'`, ATTEMPTS_OUTSIDE))
  await db.run(snapshotsOfAll)
  for (const deck of DECKS) await db.atomically(rollupWrites(db, deck))
  return { db, instructor }
}

/** So many attempts of each of these learners, spread over a month, on one item after another. */
const attemptsOf = (who: SQL, each: number) => sql`
  insert into attempts (id, learner_id, item_id, deck_id, kind, content_hash, revision, context, answer, answered_at,
    received_at, local_day, mark, verdict)
  with recursive
    k(i) as (select 1 union all select i + 1 from k where i < ${each}),
    person as (select id, row_number() over (order by id) as number from learners where ${who}),
    item as (select id, deck_id, kind, row_number() over (order by id) - 1 as number from items),
    given as (
      select person.id || '-' || i as id, person.id as learner_id, item.id as item_id, deck_id, kind,
        ${NOW} - (${each} - i) * ${Math.floor(MONTH_MS / each)} as at, (i / 7 + person.number) % 4 as luck
      from person, k join item on item.number = (i * 31 + person.number) % (select count(*) from items)
    )
  select id, learner_id, item_id, deck_id, kind, 'v1', 1, 'deck',
    case kind
      when 'card' then json_object('kind', 'card', 'grade', json_extract('["forgot","hard","good","easy"]', '$[' || luck || ']'))
      when 'question' then json_object('kind', 'question', 'chosen', json_array(substr('abcd', luck + 1, 1)))
      else json_object('kind', 'prompt', 'text', 'Plants turn light into sugar, as far as I remember.')
    end,
    at, at, '2026-11-24',
    case kind when 'card' then luck > 0 when 'question' then luck = 1 else luck > 1 end,
    case kind
      when 'prompt' then json_object('rule', 1, 'mark', luck > 1, 'covered', json(case when luck > 1 then '["sugar","oxygen"]' else '[]' end), 'total', 2)
      else json_object('rule', 1, 'mark', luck > 0)
    end
  from given`

/** What all attempts fold to, in SQL: a row of the least and of the greatest moment per learner and item. */
const snapshotsOfAll = sql`
  insert into snapshots (learner_id, item_id, deck_id, kind, version, fold, attempts, first_at, first_mark, first_answer,
    first_hash, first_covered, last_at, last_mark, last_answer, best_mark, known, right_first, right_ever, concepts_best)
  with
    first as (
      select learner_id, item_id, deck_id, kind, count(*) as attempts, min(answered_at) as at, mark, answer,
        json_extract(verdict, '$.covered') as covered, max(mark) as best from attempts group by learner_id, item_id
    ),
    last as (
      select learner_id, item_id, max(answered_at) as at, mark, answer from attempts group by learner_id, item_id
    )
  select learner_id, item_id, deck_id, kind, attempts, ${FOLD_VERSION}, attempts, first.at, first.mark, first.answer,
    'v1', covered, last.at, last.mark, last.answer, best,
    coalesce(json_extract(last.answer, '$.grade') in ('good', 'easy'), 0),
    kind = 'question' and first.mark = 1, kind = 'question' and best = 1, case kind when 'prompt' then best * 2 else 0 end
  from first join last using (learner_id, item_id)`
