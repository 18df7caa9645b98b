import { getTableColumns } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import {
  attempts,
  deckPlans,
  dials,
  identities,
  judgements,
  learners,
  memberships,
  notes,
  notices,
  reports,
  shelvings,
} from '@/db/schema'
import PrivacyPage from './page'

/** What the page says of every column that is kept of somebody; undefined where it says nothing about them. */
const SAID: Record<string, Record<string, RegExp | undefined>> = {
  learners: {
    id: undefined,
    name: /your name/i,
    email: /your email address/i,
    emailVerifiedAt: /When your address was verified/,
    timeZone: /your time zone/i,
    dayStartHour: /when your day starts/,
    fuzzSeed: undefined,
    newADay: /new items and reviews a day/,
    reviewsADay: /new items and reviews a day/,
    twoButtons: /the buttons and keys/,
    shortcuts: /the buttons and keys/,
    catchUpADay: /new items and reviews a day/,
    sessionVersion: undefined,
    createdAt: /when you made the account/,
    disabledAt: undefined,
  },
  identities: {
    id: undefined,
    learnerId: undefined,
    provider: /another service/,
    subject: /its number for you/,
    secret: /password as a hash/,
    createdAt: undefined,
  },
  memberships: {
    classId: /classes you are in/,
    learnerId: undefined,
    role: /whether you teach them/,
    joinedAt: /when you joined/,
    agreedAt: /when you joined/,
  },
  attempts: {
    id: undefined,
    learnerId: undefined,
    itemId: /to what/,
    deckId: /to what/,
    kind: /to what/,
    contentHash: /which version/,
    revision: /which version/,
    context: undefined,
    assignmentId: undefined,
    answer: /every answer you give/i,
    certainty: /how sure you said you were/,
    optionOrder: /order in which you saw the options/,
    hints: /which hints you opened/,
    answeredAt: /when/,
    receivedAt: /when/,
    durationMs: /how long it took/,
    localDay: /which day of yours/,
    studySession: /which sitting/,
    mark: /how it was marked/,
    verdict: /how it was marked/,
  },
  judgements: {
    id: undefined,
    learnerId: undefined,
    itemId: /of an answer or an item/,
    attemptId: /of an answer or an item/,
    judgement: /a grade you took back, an answer you hold to be right/,
    madeAt: /each with its moment/,
    receivedAt: /each with its moment/,
  },
  shelvings: {
    id: undefined,
    learnerId: undefined,
    itemId: /of an answer or an item/,
    shelving: /an item you put off, set aside or marked/,
    madeAt: /each with its moment/,
    receivedAt: /each with its moment/,
    until: undefined,
  },
  notes: {
    learnerId: undefined,
    itemId: /notes on an item/,
    text: /your own notes/,
    editedAt: undefined,
  },
  reports: {
    id: undefined,
    learnerId: undefined,
    itemId: /on which item/,
    deckId: /on which item/,
    contentHash: /in which version/,
    text: /what you report as a mistake: your words/i,
    madeAt: /in which version, when/,
    state: /what was answered/,
    answer: /what was answered/,
    answeredAt: /what was answered/,
  },
  notices: {
    learnerId: undefined,
    kind: /what you are told on the first page/i,
    subject: /what you are told on the first page/i,
    data: /what you are told on the first page/i,
    madeAt: undefined,
    dismissedAt: /when you put it away/,
  },
  dials: {
    id: undefined,
    learnerId: undefined,
    setAt: /when you changed what your dates depend on/,
    holdsFrom: /when you changed what your dates depend on/,
    timeZone: /your time zone/i,
    dayStartHour: /when your day starts/,
    retention: /the retention/,
    maximumIntervalDays: /the longest interval/,
    // Fitted to the answers, not given.
    weights: /computed from that/,
  },
  deckPlans: {
    learnerId: undefined,
    deckId: /For a deck/,
    newADay: /new items a day/,
    examDay: /the day of your exam/,
  },
}

const page = renderToStaticMarkup(<PrivacyPage />)
  .replace(/<[^>]+>/g, ' ')
  .replace(/\s+/g, ' ')

it.each(
  Object.entries({
    learners,
    identities,
    memberships,
    attempts,
    judgements,
    shelvings,
    notes,
    reports,
    notices,
    dials,
    deckPlans,
  }),
)('says of every column of %s what it holds', (name, table) => {
  expect(Object.keys(SAID[name] ?? {}).sort()).toEqual(Object.keys(getTableColumns(table)).sort())
  for (const said of Object.values(SAID[name] ?? {})) if (said) expect(page).toMatch(said)
})

it('promises nothing that is not done', () => {
  expect(page).not.toContain('what comes next')
})
