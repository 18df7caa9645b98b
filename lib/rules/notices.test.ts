import { expect, it } from 'vitest'
import { type Notice, sayNotice } from './notices'

const deck = { title: 'What is MLOps', language: 'en', direction: 'ltr' } as const
const answered = (state: 'fixed' | 'not-a-mistake' | 'duplicate'): Notice => ({
  kind: 'report-answered',
  subject: 'r1',
  data: { deck, kind: 'card', state },
})

it.each([
  ['fixed', 'What you reported on a card of What is MLOps is fixed.'],
  ['not-a-mistake', 'What you reported on a card of What is MLOps was looked at: it is not a mistake.'],
  ['duplicate', 'What you reported on a card of What is MLOps had been reported before.'],
] as const)('says of a report that is %s what came of it', (state, words) => {
  const told = sayNotice(answered(state))
  expect(`${told?.before} ${told?.title.title} ${told?.after}`).toBe(words)
})

it('says nothing of a kind that a newer release made', () => {
  expect(sayNotice({ ...answered('fixed'), kind: 'a-reminder' } as unknown as Notice)).toBeUndefined()
})
