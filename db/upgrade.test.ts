import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sqldRunsHere } from '@/e2e/sqld/install'
import { startSqld } from '@/e2e/sqld/server'
import { asLearner } from '@/lib/identity'
import { FOLD_VERSION } from '@/lib/rules/fold'
import { openDatabase } from './client'
import { BODIES, submit } from './fixtures'
import { migrate } from './migrate'
import { recordAttempt } from './queries/attempts'
import { rebuildPending } from './queries/rebuild'
import { KNOWN_MIGRATIONS, readiness } from './readiness'
import { snapshots, studyDays } from './schema'
import { tableName, tablesInOrder } from './tables'

/** How many migrations the newest release had. Raise it with each release. */
const RELEASED = 1

/** The migrations as the newest release knew them. */
async function releasedMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recall-released-'))
  await cp('db/migrations', folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: unknown[] }
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, RELEASED) }))
  return folder
}

/** A learner with two answers to a card, in the columns that the newest release knew. */
function releasedRows() {
  const card = { kind: 'card', grade: 'good' }
  const at = [1_699_900_000_000, 1_700_000_000_000]
  const json = (value: unknown) => JSON.stringify(value)
  return [
    sql`insert into learners (id, name, created_at) values ('ada', 'Ada', 0)`,
    sql`insert into decks (id, topic, title, summary, language, direction)
      values ('deck', 'topic', 'A deck', 'You can.', 'en', 'ltr')`,
    sql`insert into items (id, deck_id, name, kind, position, level, tags, concepts, content_hash, revision)
      values ('deck/card-1', 'deck', 'card-1', 'card', 0, 'beginner', '[]', '[]', 'v1', 1)`,
    sql`insert into item_versions (item_id, content_hash, revision, body, seeded_at)
      values ('deck/card-1', 'v1', 1, ${json(BODIES.card)}, 0)`,
    ...at.map(
      (
        moment,
        index,
      ) => sql`insert into attempts (id, learner_id, item_id, deck_id, kind, content_hash, revision, context,
        answer, answered_at, received_at, local_day, mark, verdict)
      values (${`attempt-${index}`}, 'ada', 'deck/card-1', 'deck', 'card', 'v1', 1, 'deck', ${json(card)}, ${moment}, ${moment},
        ${new Date(moment).toISOString().slice(0, 10)}, 1, ${json({ rule: 1, mark: 1 })})`,
    ),
    sql`insert into snapshots (learner_id, item_id, deck_id, kind, version, fold, attempts, first_at, first_mark, first_answer,
        first_hash, last_at, last_mark, last_answer, best_mark, known, right_first, right_ever, concepts_best)
      values ('ada', 'deck/card-1', 'deck', 'card', 2, 1, 2, ${at[0]}, 1, ${json(card)}, 'v1', ${at[1]}, 1, ${json(card)},
        1, 1, 0, 0, 0)`,
    sql`insert into rollups (learner_id, deck_id, kind, items, attempts, known, right_first, right_ever, concepts_best, last_at)
      values ('ada', 'deck', 'card', 1, 2, 1, 0, 0, 0, ${at[1]})`,
    sql`insert into throttles (key, count, resets_at) values ('hash', 1, 1)`,
  ]
}

const places = [
  [
    'a file',
    async () => ({ url: join(await mkdtemp(join(tmpdir(), 'recall-old-')), 'old.db'), end: async () => {} }),
  ],
  ...(sqldRunsHere
    ? ([
        [
          'a libSQL server',
          async () => {
            const server = await startSqld()
            return { url: server.url, end: server.cleanup }
          },
        ],
      ] as const)
    : []),
] as const

describe.each(places)('a database as the newest release left it, in %s', (_, place) => {
  it('keeps every row through the migration, says what it has become, and goes on', async () => {
    const { url, end } = await place()
    const folder = await releasedMigrations()
    expect(await migrate(url, { folder })).toBe(RELEASED)
    const db = await openDatabase(url)
    for (const row of releasedRows()) await db.run(row)
    const learner = asLearner({ id: 'ada', sessionVersion: 1 })
    const rows = async () => {
      const found: Record<string, unknown> = {}
      for (const name of tablesInOrder().map(tableName))
        if (await exists(name))
          found[name] = await db.all(sql`select * from ${sql.identifier(name)} order by rowid`)
      return found
    }
    const exists = async (name: string) =>
      (await db.all(sql`select 1 from sqlite_master where type = 'table' and name = ${name}`)).length > 0
    const before = await rows()
    expect(Object.values(before).flat().length).toBe(9)

    expect(await migrate(url)).toBe(KNOWN_MIGRATIONS - RELEASED)
    expect(await rows()).toMatchObject(before)
    expect(await readiness(db)).toMatchObject({ migrations: 'current' })
    // What was answered before there were memories gets its memory from the facts.
    expect(await rebuildPending(db)).toEqual({ items: 1, attempts: 2, changed: 1 })
    const [snapshot] = await db.select().from(snapshots)
    expect(snapshot).toMatchObject({ attempts: 2, state: 'review', reviews: 2, fold: FOLD_VERSION })
    expect(await db.select({ day: studyDays.localDay }).from(studyDays)).toEqual([
      { day: '2023-11-13' },
      { day: '2023-11-14' },
    ])
    // The release that is still running beside the new one may go on.
    expect(await readiness(db, RELEASED)).toMatchObject({ migrations: 'ahead' })
    const more = submit('deck/card-1', { kind: 'card', grade: 'easy' })
    expect(await recordAttempt(db, learner, more, Date.now())).toMatchObject({ recorded: true })
    db.close()
    await end()
    await rm(folder, { recursive: true })
  })
})
