import { getTableColumns } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { attempts, identities, learners, memberships } from '@/db/schema'
import PrivacyPage from './page'

/** What the page says of every column that is kept of somebody; undefined where it says nothing about them. */
const SAID: Record<string, Record<string, RegExp | undefined>> = {
  learners: {
    id: undefined,
    name: /your name/i,
    email: /your email address/i,
    emailVerifiedAt: /email address, where the service has verified it/,
    timeZone: /your time zone/i,
    dayStartHour: undefined,
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
    certainty: undefined,
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
}

const page = renderToStaticMarkup(<PrivacyPage />)
  .replace(/<[^>]+>/g, ' ')
  .replace(/\s+/g, ' ')

it.each(Object.entries({ learners, identities, memberships, attempts }))(
  'says of every column of %s what it holds',
  (name, table) => {
    expect(Object.keys(SAID[name] ?? {}).sort()).toEqual(Object.keys(getTableColumns(table)).sort())
    for (const said of Object.values(SAID[name] ?? {})) if (said) expect(page).toMatch(said)
  },
)

it('promises nothing that is not done', () => {
  expect(page).not.toContain('what comes next')
})
