import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDeck, addLearner, submit } from '@/db/fixtures'
import { recordAttempt } from '@/db/queries/attempts'
import { exportAccount } from '@/db/queries/export'
import { learners } from '@/db/schema'
import { type TemporaryDatabase, temporaryDatabase } from '@/db/testing'
import { writeExport } from './export'
import type { Learner } from './identity'

let home: TemporaryDatabase
let ada: Learner
beforeEach(async () => {
  home = await temporaryDatabase()
  ada = await addLearner(home.db, 'Ada')
  await addDeck(home.db)
  for (const grade of ['forgot', 'good'] as const)
    await recordAttempt(home.db, ada, submit('deck/card-1', { kind: 'card', grade }), Date.now())
})
afterEach(() => home.cleanup())

async function pieces() {
  const account = await exportAccount(home.db, ada)
  if (!account) throw new Error('There is no account to export.')
  return writeExport(home.db, ada, account, new Date(0))
}

it('writes everything as one JSON document, piece by piece', async () => {
  let text = ''
  for await (const piece of await pieces()) text += new TextDecoder().decode(piece)
  const whole = JSON.parse(text)
  expect(whole).toMatchObject({ exportedAt: '1970-01-01T00:00:00.000Z', profile: { name: 'Ada' } })
  expect(whole.attempts).toHaveLength(2)
})

it('breaks off rather than pass for whole when the session ends on the way', async () => {
  const running = await pieces()
  await running.next()
  await home.db.update(learners).set({ sessionVersion: 2 }).where(eq(learners.id, ada.id))
  await expect(async () => {
    for await (const _ of running);
  }).rejects.toThrow('ended')
})
