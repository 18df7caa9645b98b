import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Db, openDatabase } from '@/db/client'
import { addDeck, addLearner } from '@/db/fixtures'
import { migrate } from '@/db/migrate'
import { assignDeck } from '@/db/queries/assignments'
import { createClass } from '@/db/queries/classes'
import { joinClass } from '@/db/queries/joining'
import { promote } from '@/db/queries/members'
import * as tables from '@/db/schema'
import { asInstructor, type Learner } from '@/lib/identity'
import { hashPassword } from '@/lib/password'
import { actions, serverFiles } from '@/scripts/test/doors'

/**
 * Who may call which action. The list of actions comes from the code, so an action without a row here fails. Each is
 * called by five people, with what a form of the class's own page would send; whoever is refused changes nothing.
 */
const request = vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
  return { cookies: new Map<string, string>() }
})
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-recall-socket-address': '203.0.113.1' }),
  cookies: async () => ({
    getAll: () => [...request.cookies].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => request.cookies.set(name, value),
  }),
}))
vi.mock('next/cache', () => ({ refresh: () => {} }))
vi.mock('next/server', async (original) => ({ ...(await original<object>()), after: () => {} }))
const { startSession } = await import('@/lib/auth')

const ROLES = ['nobody', 'another learner', 'member', 'other instructor', 'instructor'] as const
type Role = (typeof ROLES)[number]
type Outcome = 'done' | 'refused'

const NOW = Date.UTC(2026, 2, 2)
const PASSWORD = 'a quiet analytical engine'
const world = { db: undefined as unknown as Db, classId: '', code: '', member: '', co: '' }
const people = {} as Record<Exclude<Role, 'nobody'>, Learner>
let folder: string

type Row = {
  input: (who: Learner | undefined) => unknown
  may: Record<Role, Outcome>
  /** Called by an island with its input as it is, not as a form's action. */
  plain?: true
}

const everybody: Row['may'] = {
  nobody: 'done',
  'another learner': 'done',
  member: 'done',
  'other instructor': 'done',
  instructor: 'done',
}
const nobodyMay: Row['may'] = {
  nobody: 'refused',
  'another learner': 'refused',
  member: 'refused',
  'other instructor': 'refused',
  instructor: 'refused',
}
const signedIn: Row['may'] = { ...everybody, nobody: 'refused' }
const itsInstructor: Row['may'] = { ...nobodyMay, instructor: 'done' }

const settings = (input: () => object = () => ({})): Row => ({
  input: () => ({ class: world.classId, ...input() }),
  may: itsInstructor,
})
const own = (input: (who: Learner | undefined) => object): Row => ({ input, may: signedIn })

const answer = (learner?: string) => ({
  item: 'deck/question-1',
  hash: 'v1',
  id: '5f1d4f0e-0000-4000-8000-000000000001',
  answeredAt: String(NOW),
  context: 'deck',
  chosen: 'b',
  ...(learner && { learner }),
})

const MATRIX: Record<string, Row> = {
  '(teach)/classes/actions.ts makeClass': own(() => ({ name: 'A new class' })),
  '(teach)/classes/actions.ts openInvitation': own(() => ({ code: world.code })),
  // Who is not in the class leaves nothing: they are led to their own classes.
  '(teach)/classes/actions.ts leave': own(() => ({ class: world.classId })),
  '(teach)/join/[code]/actions.ts join': own(() => ({ code: world.code })),
  '(teach)/classes/[class]/settings/actions.ts rename': settings(() => ({ name: 'Renamed' })),
  '(teach)/classes/[class]/settings/actions.ts makeNewCode': settings(),
  '(teach)/classes/[class]/settings/actions.ts assign': settings(() => ({ deck: 'deck', due: '2026-12-03' })),
  '(teach)/classes/[class]/settings/actions.ts unassign': settings(() => ({ deck: 'deck' })),
  '(teach)/classes/[class]/settings/actions.ts makeInstructor': settings(() => ({ member: world.member })),
  '(teach)/classes/[class]/settings/actions.ts stepDown': settings(() => ({ member: world.co })),
  '(teach)/classes/[class]/settings/actions.ts remove': settings(() => ({ member: world.member })),
  '(teach)/classes/[class]/settings/actions.ts giveAway': settings(() => ({ member: world.member })),
  '(teach)/classes/[class]/settings/actions.ts archive': settings(),
  '(teach)/classes/[class]/settings/actions.ts unarchive': settings(),
  '(teach)/classes/[class]/settings/actions.ts destroy': settings(() => ({ typed: 'The class' })),
  '(study)/decks/[deck]/actions.tsx answerItem': { input: (who) => answer(who?.id), may: everybody },
  '(study)/decks/[deck]/actions.tsx keepAnswers': {
    input: (who) => {
      const { chosen, ...common } = answer(who?.id)
      return { answers: [{ ...common, answeredAt: NOW, answer: { kind: 'question', chosen: [chosen] } }] }
    },
    may: signedIn,
    plain: true,
  },
  '(account)/account/actions.ts saveProfile': own(() => ({ name: 'New name', timeZone: 'UTC' })),
  '(account)/account/actions.ts saveEmail': own(() => ({ email: 'new@example.org', password: PASSWORD })),
  '(account)/account/actions.ts savePassword': own(() => ({
    current: PASSWORD,
    password: 'another analytical engine',
  })),
  '(account)/account/actions.ts removeService': own((who) => ({ identity: `github-${who?.id}` })),
  '(account)/account/study/actions.ts saveRetention': own(() => ({ retention: '85' })),
  '(account)/account/study/actions.ts saveDays': own(() => ({
    timeZone: 'Asia/Tokyo',
    dayStartHour: '5',
    maximumIntervalDays: '365',
  })),
  '(account)/account/study/actions.ts saveHabits': own(() => ({
    newADay: '5',
    reviewsADay: '50',
    twoButtons: 'yes',
    shortcuts: 'no',
  })),
  '(account)/account/study/[deck]/actions.ts saveDeckPlan': own(() => ({ deck: 'deck', newADay: '5' })),
  '(account)/account/actions.ts askToVerify': { input: () => ({}), may: nobodyMay },
  // Nobody has this link.
  '(account)/verify/[token]/actions.ts verifyAddress': {
    input: () => ({ token: 'no such link' }),
    may: nobodyMay,
  },
  '(study)/actions.ts putAwayNotice': own((who) => ({ kind: 'report-answered', subject: `r-${who?.id}` })),
  '(study)/report/actions.ts sendReport': own(() => ({
    item: 'deck/question-1',
    hash: 'v1',
    text: 'b is wrong',
  })),
  // Everybody has one report that is open; nobody takes back another's.
  '(study)/reports/actions.ts takeBack': own((who) => ({ report: `open-${who?.id}` })),
  // The instructor keeps the deck; the other instructor stands in its file with an address that is not verified.
  '(teach)/keep/actions.ts answer': {
    input: () => ({ report: `open-${world.member}`, seenAt: NOW, state: 'fixed', answer: 'Thank you' }),
    may: itsInstructor,
  },
  '(teach)/keep/actions.ts undoAnswer': {
    input: () => ({ report: `r-${world.member}` }),
    may: itsInstructor,
  },
  '(study)/review/actions.ts savePlan': own(() => ({ aDay: '12' })),
  '(account)/account/actions.ts signOut': { input: () => ({}), may: everybody },
  '(account)/account/actions.ts signOutEverywhere': own(() => ({})),
  '(account)/account/actions.ts eraseAccount': {
    input: () => ({ password: PASSWORD }),
    // The other instructor is the only one of their class.
    may: { ...signedIn, 'other instructor': 'refused' },
  },
  '(account)/sign-in/actions.ts signIn': {
    input: () => ({ email: 'member@example.org', password: PASSWORD }),
    may: everybody,
  },
  '(account)/sign-up/actions.ts signUp': {
    input: () => ({ name: 'Somebody', email: 'somebody@example.org', password: PASSWORD, timeZone: 'UTC' }),
    may: everybody,
  },
  // This copy has no mail, and nobody has this link.
  '(account)/forgot/actions.ts askForReset': {
    input: () => ({ email: 'member@example.org' }),
    may: nobodyMay,
  },
  '(account)/reset/[token]/actions.ts setNewPassword': {
    input: () => ({ token: 'no such link', password: PASSWORD }),
    may: nobodyMay,
  },
}

/** Actions of one's own account: whoever calls them, nobody else's account is touched. */
const ACCOUNT = /^\((account\)\/account|study\)\/(review|report|reports|actions))\b/

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-doors-'))
  const file = join(folder, 'template.db')
  await migrate(file)
  const db = await openDatabase(file)
  await addDeck(db, 'deck')
  const secret = await hashPassword(PASSWORD)
  const person = async (name: string) => {
    const learner = await addLearner(db, name)
    await db
      .update(tables.learners)
      .set({ email: `${name}@example.org` })
      .where(eq(tables.learners.id, learner.id))
    await db.insert(tables.identities).values([
      {
        id: `password-${learner.id}`,
        learnerId: learner.id,
        provider: 'password',
        subject: learner.id,
        secret,
        createdAt: NOW,
      },
      {
        id: `github-${learner.id}`,
        learnerId: learner.id,
        provider: 'github',
        subject: learner.id,
        createdAt: NOW,
      },
    ])
    return learner
  }
  people['another learner'] = await person('another')
  people.member = await person('member')
  people['other instructor'] = await person('other')
  people.instructor = await person('instructor')
  const co = await person('co')
  world.classId = (await createClass(db, people.instructor, 'The class', NOW)) ?? ''
  await createClass(db, people['other instructor'], 'Another class', NOW)
  const [row] = await db.select().from(tables.classes).where(eq(tables.classes.id, world.classId))
  world.code = row?.code ?? ''
  const instructor = asInstructor({ learner: people.instructor, classId: world.classId })
  for (const who of [people.member, co]) await joinClass(db, who, world.code, NOW)
  await promote(db, instructor, co.id)
  await assignDeck(db, instructor, 'deck', NOW, NOW)
  await db
    .update(tables.learners)
    .set({ emailVerifiedAt: NOW })
    .where(eq(tables.learners.id, people.instructor.id))
  await db.insert(tables.deckKeepers).values([
    { deckId: 'deck', email: 'instructor@example.org' },
    { deckId: 'deck', email: 'other@example.org' },
  ])
  for (const { id: learnerId } of Object.values(people)) {
    const about = { learnerId, deckId: 'deck', contentHash: 'v1', text: 'Wrong', madeAt: NOW }
    const answered = { state: 'fixed', answeredAt: NOW } as const
    await db.insert(tables.reports).values([
      { ...about, id: `open-${learnerId}`, itemId: 'deck/card-1', state: 'open' },
      { ...about, id: `r-${learnerId}`, itemId: 'deck/prompt-1', ...answered },
    ])
    await db.insert(tables.notices).values({
      learnerId,
      kind: 'report-answered',
      subject: `r-${learnerId}`,
      data: {
        deck: { title: 'A deck', language: 'en', direction: 'ltr' },
        kind: 'prompt',
        state: 'fixed',
      },
      madeAt: NOW,
    })
  }
  Object.assign(world, { member: people.member.id, co: co.id })
  db.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
beforeEach(async () => {
  count += 1
  const file = join(folder, `${count}.db`)
  await copyFile(join(folder, 'template.db'), file)
  world.db = await openDatabase(file)
  ;(globalThis as { recallDatabase?: unknown }).recallDatabase = Promise.resolve(world.db)
  request.cookies.clear()
  return () => world.db.close()
})

/** Everything but counted tries: those are what a refusal may leave. */
async function everything() {
  const {
    learners,
    identities,
    classes,
    memberships,
    assignments,
    attempts,
    snapshots,
    rollups,
    resetTokens,
    dials,
    deckPlans,
    judgements,
    shelvings,
    notes,
    studyDays,
    deckKeepers,
    reports,
    notices,
    verifyTokens,
  } = tables
  const all = {
    learners,
    identities,
    classes,
    memberships,
    assignments,
    attempts,
    snapshots,
    rollups,
    resetTokens,
    dials,
    deckPlans,
    judgements,
    shelvings,
    notes,
    studyDays,
    deckKeepers,
    reports,
    notices,
    verifyTokens,
  }
  const rows: Record<string, Record<string, unknown>[]> = {}
  for (const [name, table] of Object.entries(all)) rows[name] = await world.db.select().from(table)
  return rows
}

/** The rows that are somebody else's. */
const othersOf = (rows: Record<string, Record<string, unknown>[]>, id: string) =>
  Object.values(rows).flatMap((list) => list.filter((row) => row.id !== id && row.learnerId !== id))

async function call(door: string, row: Row, who: Learner | undefined): Promise<Outcome> {
  const [file = '', name = ''] = door.split(' ')
  const module = await import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), 'app', file)).href)
  const input = row.input(who)
  try {
    const result = await (row.plain
      ? module[name](undefined, input)
      : module[name](undefined, toForm(input as object)))
    return result.ok ? 'done' : 'refused'
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith('NEXT_REDIRECT')) return 'done'
    throw error
  }
}

function toForm(fields: object): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  return form
}

it('has a row for every action, and for nothing else', () => {
  expect(actions().sort()).toEqual(Object.keys(MATRIX).sort())
})

it('finds actions in files named for them, and nowhere else', () => {
  for (const file of serverFiles()) expect(file).toMatch(/^app\/.*\/actions\.tsx?$/)
})

describe.each(Object.entries(MATRIX))('%s', (door, row) => {
  it.each(ROLES)('by %s', async (role) => {
    const who = role === 'nobody' ? undefined : people[role]
    if (who) await startSession(who)
    const before = await everything()
    expect(await call(door, row, who)).toBe(row.may[role])
    const after = await everything()
    if (row.may[role] === 'refused') expect(after).toEqual(before)
    if (ACCOUNT.test(door) && who) expect(othersOf(after, who.id)).toEqual(othersOf(before, who.id))
  })
})

it('lets the instructor of one class do nothing to the people of another by naming their own class', async () => {
  const other = people['other instructor']
  const [own] = await world.db
    .select({ classId: tables.memberships.classId })
    .from(tables.memberships)
    .where(eq(tables.memberships.learnerId, other.id))
  await startSession(other)
  const before = await everything()
  for (const name of ['makeInstructor', 'stepDown', 'remove', 'giveAway'])
    for (const member of [world.member, world.co]) {
      const row: Row = { input: () => ({ class: own?.classId, member }), may: nobodyMay }
      const outcome = await call(`(teach)/classes/[class]/settings/actions.ts ${name}`, row, other)
      expect([name, outcome]).toEqual([name, 'refused'])
      expect(await everything()).toEqual(before)
    }
})

it('lets nobody but a keeper of the deck answer by any name, and nobody put away or take back what is another’s', async () => {
  const stranger = people['another learner']
  await startSession(stranger)
  const before = await everything()
  for (const [door, input] of [
    ['(study)/reports/actions.ts takeBack', { report: `open-${world.member}` }],
    ['(study)/reports/actions.ts takeBack', { report: `r-${stranger.id}` }],
    ['(study)/reports/actions.ts takeBack', { report: '%' }],
    ['(teach)/keep/actions.ts answer', { report: `open-${stranger.id}`, seenAt: NOW, state: 'fixed' }],
    ['(teach)/keep/actions.ts undoAnswer', { report: `r-${stranger.id}` }],
    ['(study)/report/actions.ts sendReport', { item: 'deck/card-1', hash: 'v2', text: 'x' }],
    ['(study)/report/actions.ts sendReport', { item: 'deck/card-1', hash: 'v1', text: 'x'.repeat(10_000) }],
    ['(study)/actions.ts putAwayNotice', { kind: 'another-kind', subject: `r-${stranger.id}` }],
  ] as const)
    expect([door, await call(door, { input: () => input, may: nobodyMay }, stranger)]).toEqual([
      door,
      'refused',
    ])
  // To put away what is not there, or another's, is done, and does nothing.
  const notice = { kind: 'report-answered', subject: `r-${world.member}` }
  await call('(study)/actions.ts putAwayNotice', { input: () => notice, may: signedIn }, stranger)
  expect(await everything()).toEqual(before)
})

it('refuses whose session was ended elsewhere, at every action that somebody must be signed in for', async () => {
  const doors = Object.entries(MATRIX).filter(
    ([, { may }]) => may.nobody === 'refused' && may.instructor === 'done',
  )
  expect(doors.length).toBeGreaterThan(15)
  await startSession(people.instructor)
  const cookies = [...request.cookies]
  await world.db
    .update(tables.learners)
    .set({ sessionVersion: 2 })
    .where(eq(tables.learners.id, people.instructor.id))
  const before = await everything()
  for (const [door, row] of doors) {
    request.cookies = new Map(cookies)
    const outcome = await call(door, row, people.instructor)
    // Led to a page, which asks for a session that counts; nothing else.
    if (!/ (openInvitation|leave|signOutEverywhere)$/.test(door))
      expect([door, outcome]).toEqual([door, 'refused'])
    expect(await everything()).toEqual(before)
  }
})
