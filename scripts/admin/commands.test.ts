import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDeck } from '@/db/fixtures'
import { findByIdentity } from '@/db/queries/identities'
import { createLearner, findForSignIn } from '@/db/queries/learners'
import { findResetToken } from '@/db/queries/passwords'
import * as schema from '@/db/schema'
import { type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { tokenHash } from '@/lib/keyed-hash'
import { COMMANDS, HELP } from './commands'

let home: TemporaryDatabase
beforeEach(async () => {
  home = await temporaryDatabase()
  const add = (id: string, name: string) =>
    createLearner(
      home.db,
      {
        id,
        name,
        email: `${id}@example.org`,
        timeZone: 'UTC',
        identityId: `i-${id}`,
        proof: { provider: 'password', secret: 'hash' },
      },
      Date.UTC(2026, 2, 3),
    )
  await add('ada', 'Ada 100%')
  await add('ben', 'Ben \u001b[31mRed')
  await home.db.insert(schema.classes).values({ id: 'c', name: 'Biology', code: 'C', createdAt: 1 })
  await home.db.insert(schema.memberships).values([
    { classId: 'c', learnerId: 'ada', role: 'instructor', joinedAt: 1 },
    { classId: 'c', learnerId: 'ben', role: 'learner', joinedAt: 1 },
  ])
})
afterEach(() => home.cleanup())

async function run(name: string, ...words: string[]) {
  const said: string[] = []
  const code = await COMMANDS[name]?.run(home.db, words, (text) => said.push(text))
  return { code, said: said.join('\n') }
}

it('lists accounts by part of a name or email, without steering the terminal', async () => {
  expect((await run('accounts')).said).toContain('2 of 2 accounts.')
  const { said } = await run('accounts', 'BEN')
  expect(said).toMatch(/Ben \[31mRed +ben@example\.org +no +2026-03-03 +0 +–/)
  expect(said).not.toContain('\u001b')
  expect(said).toContain('1 of 2 accounts.')
  expect((await run('accounts', '0%')).said).toContain('1 of 2')
  expect((await run('accounts', '_')).said).toContain('0 of 2')
})

it('closes an account with its sessions, and opens it again', async () => {
  expect(await run('disable', 'Ada@example.org')).toEqual({ code: 0, said: 'ada@example.org is disabled.' })
  expect(await findForSignIn(home.db, 'ada@example.org')).toMatchObject({ disabled: true, sessionVersion: 2 })
  expect((await run('reset-link', 'ada@example.org')).code).toBe(1)
  await run('enable', 'ada@example.org')
  expect(await findForSignIn(home.db, 'ada@example.org')).toMatchObject({ disabled: false })
  expect((await run('disable', 'nobody@example.org')).code).toBe(1)
})

it('prints the id of every account, and knows one without an email by it', async () => {
  const proof = { provider: 'github', subject: '77' } as const
  const id = 'c0ffee00-0000-4000-8000-000000000000'
  await createLearner(home.db, { id, name: 'Gil', timeZone: 'UTC', identityId: 'i-gil', proof }, 1)
  expect((await run('accounts', 'gil')).said).toContain(id)
  expect(await run('disable', id)).toEqual({ code: 0, said: `${id} is disabled.` })
  expect(await findByIdentity(home.db, 'github', '77')).toMatchObject({ disabled: true })
  expect((await run('enable', id)).code).toBe(0)
  expect(await findByIdentity(home.db, 'github', '77')).toMatchObject({ disabled: false })
})

it('prints a link that works, for whoever has the email', async () => {
  const { said } = await run('reset-link', 'ben@example.org')
  const token = /\/reset\/(\S+)/.exec(said)?.[1] ?? ''
  expect(await findResetToken(home.db, tokenHash(token), Date.now())).toMatchObject({
    email: 'ben@example.org',
  })
  expect((await run('reset-link', 'nobody@example.org')).code).toBe(1)
})

it('notes a verified address once', async () => {
  expect((await run('accounts', 'ada')).said).toMatch(/ada@example\.org +no/)
  await run('verify', 'ada@example.org')
  expect((await run('accounts', 'ada')).said).toMatch(/ada@example\.org +yes/)
})

it('lists reports of mistakes, open ones first, without steering the terminal', async () => {
  await addDeck(home.db, 'deck')
  await addDeck(home.db, 'other')
  await home.db.insert(schema.deckKeepers).values({ deckId: 'deck', email: 'ada@example.org' })
  const report = { learnerId: 'ben', contentHash: 'v1', madeAt: Date.UTC(2026, 2, 3) }
  await home.db.insert(schema.reports).values([
    { ...report, id: 'r1', itemId: 'deck/card-1', deckId: 'deck', text: 'Mended', state: 'fixed' },
    {
      ...report,
      id: 'r2',
      itemId: 'other/card-1',
      deckId: 'other',
      text: 'A\n\u001b[31mred one',
      state: 'open',
    },
  ])
  const { said } = await run('reports')
  expect(said).toMatch(/Open +other\/card-1 +as now +2026-03-03 +– +0 +A \[31mred one\nFixed +deck\/card-1/)
  expect(said).not.toContain('\u001b')
  await run('verify', 'ada@example.org')
  expect((await run('reports', 'deck')).said).toMatch(/Fixed +deck\/card-1 .* 1 +Mended\n1 report\./)
})

it('lists classes and sizes', async () => {
  expect((await run('classes')).said).toMatch(/Biology +1 +1 +1970-01-01/)
  const { said } = await run('sizes')
  for (const table of Object.keys(schema)) expect(said).toMatch(new RegExp(`^${table} +\\d+$`, 'm'))
  expect(said).toMatch(/^learners +2$/m)
  expect(said).toMatch(/\d+\.\d MiB/)
})

it('explains every command', () => {
  for (const name of Object.keys(COMMANDS)) expect(HELP).toContain(`  ${name}`)
})
