import type { ItemKind } from './item'
import type { AnswerState } from './report'

export const NOTICE_KINDS = ['report-answered'] as const satisfies readonly (keyof Data)[]

/** What is kept of each kind of notice: enough to say it, whatever became of the rest meanwhile. */
type Data = {
  'report-answered': {
    deck: { title: string; language: string; direction: 'ltr' | 'rtl' }
    kind: ItemKind
    state: AnswerState
  }
}

export type NoticeKind = keyof Data
export type NoticeData = Data[NoticeKind]

/** Something that a learner is told. `subject` is what it is about: here the id of a report. */
export type Notice = { [K in NoticeKind]: { kind: K; subject: string; data: Data[K] } }[NoticeKind]

/** A sentence around the deck's title, which has a language and direction of its own, and what its link says. */
export type Told = { before: string; title: Data['report-answered']['deck']; after: string; link: string }

/** What a notice says; nothing for a kind that a newer release made. */
export function sayNotice(notice: Notice): Told | undefined {
  if (notice.kind !== 'report-answered') return undefined
  const { deck, kind, state } = notice.data
  return {
    before: `What you reported on a ${kind} of`,
    title: deck,
    after: OUTCOMES[state],
    link: 'Read the answer',
  }
}

const OUTCOMES: Record<AnswerState, string> = {
  fixed: 'is fixed.',
  'not-a-mistake': 'was looked at: it is not a mistake.',
  duplicate: 'had been reported before.',
}
