import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Db } from './client'
import { copyDatabase } from './copy'
import { addDeck, addLearner, submit } from './fixtures'
import { recordAttempt } from './queries/attempts'
import { attempts, learners } from './schema'
import { tableName, tablesInOrder } from './tables'
import { DRIVERS, temporaryDatabase } from './testing'

describe.each(DRIVERS)('copying a file into %s', (driver) => {
  it('brings every row of every table, whole', async () => {
    const [from, to] = [await temporaryDatabase('file'), await temporaryDatabase(driver)]
    await addDeck(from.db, 'deck', 3)
    const learner = await addLearner(from.db, 'Žofie “=1+1” \u0000 🌱')
    for (const item of ['deck/card-1', 'deck/card-1', 'deck/card-2'])
      await recordAttempt(from.db, learner, submit(item, { kind: 'card', grade: 'good' }), 1_700_000_000_000)
    const copied = await copyDatabase(from.db, to.db)
    expect(copied.map(({ table }) => table)).toEqual(
      tablesInOrder()
        .map(tableName)
        .filter((name) => name !== 'meta'),
    )
    expect(await to.truth.select().from(attempts)).toEqual(await from.db.select().from(attempts))
    expect(await to.truth.select().from(learners)).toEqual(await from.db.select().from(learners))
    await Promise.all([from.cleanup(), to.cleanup()])
  })
})

it('refuses a target that holds rows, by the table’s name, and leaves it as it was', async () => {
  const [from, to] = [await temporaryDatabase(), await temporaryDatabase()]
  await addLearner(from.db)
  await addLearner(to.db, 'Already here')
  await expect(copyDatabase(from.db, to.db)).rejects.toThrow('"learners"')
  expect(await to.db.select({ name: learners.name }).from(learners)).toEqual([{ name: 'Already here' }])
  await Promise.all([from.cleanup(), to.cleanup()])
})

it('refuses a source with the tables of another release, before anything is written', async () => {
  const [from, to] = [await temporaryDatabase(), await temporaryDatabase()]
  await addLearner(from.db)
  await from.db.run(
    sql`delete from __drizzle_migrations where id = (select max(id) from __drizzle_migrations)`,
  )
  await expect(copyDatabase(from.db, to.db)).rejects.toThrow(
    'The source is not as this release has its tables',
  )
  expect(await to.db.$count(learners)).toBe(0)
  await Promise.all([from.cleanup(), to.cleanup()])
})

it('refuses a target that was only half filled, rather than to double what is there', async () => {
  const [from, to] = [await temporaryDatabase(), await temporaryDatabase()]
  await addDeck(from.db, 'deck', 2)
  let writes = 0
  const breaking: Db = Object.assign(Object.create(to.db), {
    atomically: (queries: Parameters<Db['atomically']>[0]) => {
      writes += 1
      if (writes > 1) throw new Error('The line broke.')
      return to.db.atomically(queries)
    },
  })
  await expect(copyDatabase(from.db, breaking)).rejects.toThrow('The line broke.')
  await expect(copyDatabase(from.db, to.db)).rejects.toThrow('"decks" already')
  await Promise.all([from.cleanup(), to.cleanup()])
})

it('says which table differs when the target changed what it was given', async () => {
  const [from, to] = [await temporaryDatabase(), await temporaryDatabase()]
  await addLearner(from.db)
  await to.db.run(
    sql`create trigger spoil after insert on learners begin update learners set name = 'spoiled'; end`,
  )
  await expect(copyDatabase(from.db, to.db)).rejects.toThrow('"learners" differs')
  await Promise.all([from.cleanup(), to.cleanup()])
})
