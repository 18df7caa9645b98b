import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '@/e2e/free-port'
import { sqldRunsHere } from '@/e2e/sqld/install'
import { type Sqld, startSqld } from '@/e2e/sqld/server'
import { tokensFor } from '@/e2e/sqld/tokens'
import { openDatabase } from './client'
import { addDeck, addLearner, submit } from './fixtures'
import { migrate } from './migrate'
import { recordAttempt } from './queries/attempts'
import { readiness } from './readiness'
import { attempts, rollups, snapshots } from './schema'
import { temporaryDatabase } from './testing'

const good = { kind: 'card', grade: 'good' } as const

describe('a full disk', () => {
  it('refuses clearly, leaves the file whole, and takes the same answer once there is room', async () => {
    const { db, cleanup } = await temporaryDatabase('file')
    await addDeck(db)
    const learner = await addLearner(db)
    const pages = async () =>
      Number((await db.get<{ n: number }>(sql`select page_count as n from pragma_page_count`))?.n)
    db.run(sql.raw(`pragma max_page_count = ${(await pages()) + 2}`))
    const long = () => submit('deck/prompt-1', { kind: 'prompt', text: 'light '.repeat(600) })
    let refused: ReturnType<typeof long> | undefined
    let taken = 0
    for (let tries = 0; tries < 50 && !refused; tries += 1) {
      const one = long()
      const outcome = await recordAttempt(db, learner, one, Date.now())
      if (outcome.recorded) taken += 1
      else {
        expect(outcome).toEqual({ recorded: false, reason: 'full' })
        refused = one
      }
    }
    if (!refused) throw new Error('The disk never filled.')
    expect(await db.get(sql`pragma integrity_check`)).toEqual({ integrity_check: 'ok' })
    expect(await db.select({ id: attempts.id }).from(attempts)).toHaveLength(taken)
    db.run(sql.raw('pragma max_page_count = 100000'))
    expect(await recordAttempt(db, learner, refused, Date.now())).toMatchObject({
      recorded: true,
      again: false,
    })
    expect((await db.select().from(snapshots))[0]?.attempts).toBe(taken + 1)
    await cleanup()
  })
})

describe.skipIf(!sqldRunsHere)('a libSQL server', () => {
  let server: Sqld
  afterEach(() => server.cleanup())

  it('that is away or hangs ends in the same refusal, and what was not taken can be sent again', async () => {
    server = await startSqld()
    await migrate(server.url)
    const db = await openDatabase(server.url, { timeLimit: 1500 })
    await addDeck(db)
    const learner = await addLearner(db)
    const one = submit('deck/card-1', good)
    await server.stop('SIGKILL')
    expect(await recordAttempt(db, learner, one, 1)).toEqual({ recorded: false, reason: 'away' })
    expect(await readiness(db)).toEqual({ database: 'away' })
    await server.restart()
    expect(await recordAttempt(db, learner, one, 1)).toMatchObject({ recorded: true })
    server.process.kill('SIGSTOP')
    const two = submit('deck/card-1', good)
    expect(await recordAttempt(db, learner, two, 2)).toEqual({ recorded: false, reason: 'away' })
    server.process.kill('SIGCONT')
    expect(await recordAttempt(db, learner, two, 2)).toMatchObject({ recorded: true })
    expect(await db.select({ id: attempts.id }).from(attempts)).toHaveLength(2)
    expect((await db.select().from(rollups))[0]?.attempts).toBe(2)
  })

  it('that hangs keeps nobody waiting longer than the limit, however many wait', async () => {
    server = await startSqld()
    await migrate(server.url)
    const db = await openDatabase(server.url, { timeLimit: 800 })
    await addDeck(db)
    const learner = await addLearner(db)
    server.process.kill('SIGSTOP')
    const ended: unknown[] = []
    const all = Array.from({ length: 40 }, () =>
      recordAttempt(db, learner, submit('deck/card-1', good), 1).then((outcome) => ended.push(outcome)),
    )
    const limit = new Promise((resolve) => setTimeout(resolve, 1600, 'too long'))
    expect(await Promise.race([Promise.all(all), limit])).not.toBe('too long')
    expect(ended).toEqual(ended.map(() => ({ recorded: false, reason: 'away' })))
    server.process.kill('SIGCONT')
  })

  it('that is killed under load has every acknowledged attempt, each once', async () => {
    server = await startSqld()
    await migrate(server.url)
    const db = await openDatabase(server.url, { timeLimit: 4000 })
    await addDeck(db)
    const learners = await Promise.all(
      Array.from({ length: 8 }, (_, index) => addLearner(db, `Learner ${index}`)),
    )
    const acknowledged: string[] = []
    const study = async (learner: (typeof learners)[number]) => {
      for (let answers = 0; answers < 25; answers += 1) {
        const one = submit('deck/card-1', good)
        for (let tries = 0; tries < 100; tries += 1) {
          const outcome = await recordAttempt(db, learner, one, Date.now())
          if (outcome.recorded) {
            acknowledged.push(one.id)
            break
          }
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
    }
    const studying = Promise.all(learners.map(study))
    while (acknowledged.length < 60) await new Promise((resolve) => setTimeout(resolve, 5))
    await server.stop('SIGKILL')
    await server.restart()
    await studying
    expect(acknowledged).toHaveLength(200)
    const stored = (await db.select({ id: attempts.id }).from(attempts)).map(({ id }) => id)
    expect(stored.toSorted()).toEqual(acknowledged.toSorted())
    const sums = await db.select({ attempts: rollups.attempts }).from(rollups)
    expect(sums.map((sum) => sum.attempts)).toEqual(learners.map(() => 25))
  })

  it('that takes the token no more refuses as one that is away, says so to its operator, and goes on with a new one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recall-token-'))
    const token = await tokensFor(join(folder, 'key.pem'))
    server = await startSqld(undefined, ['--auth-jwt-key-file', join(folder, 'key.pem')])
    await migrate(server.url, { authToken: token(600) })
    const db = await openDatabase(server.url, { authToken: token(600) })
    await addDeck(db)
    const learner = await addLearner(db)
    const one = submit('deck/card-1', good)
    for (const authToken of [token(-600), 'no token', undefined]) {
      const expired = await openDatabase(server.url, { authToken })
      expect(await recordAttempt(expired, learner, one, 1)).toEqual({ recorded: false, reason: 'away' })
      expect(await readiness(expired)).toEqual({ database: 'refused' })
      expired.close()
    }
    expect(await recordAttempt(db, learner, one, 1)).toMatchObject({ recorded: true, again: false })
    db.close()
    await rm(folder, { recursive: true })
  })

  it('that is blocked, as a hosted one is whose quota is used up, refuses as one that is away', async () => {
    const admin = `127.0.0.1:${await freePort()}`
    server = await startSqld(undefined, ['--admin-listen-addr', admin])
    await migrate(server.url)
    const db = await openDatabase(server.url)
    await addDeck(db)
    const learner = await addLearner(db)
    const one = submit('deck/card-1', good)
    for (const block_reads of [true, false]) {
      await fetch(`http://${admin}/v1/namespaces/default/config`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ block_reads, block_writes: true }),
      })
      expect(await recordAttempt(db, learner, one, 1)).toEqual({ recorded: false, reason: 'away' })
    }
    db.close()
  })

  it('is migrated once by two copies at once: one does it, the other finds it done', async () => {
    server = await startSqld()
    const done = await Promise.all([migrate(server.url), migrate(server.url)])
    expect(done.filter((applied) => applied > 0)).toHaveLength(1)
    const db = await openDatabase(server.url)
    expect(await readiness(db)).toMatchObject({ migrations: 'current' })
  })
})
