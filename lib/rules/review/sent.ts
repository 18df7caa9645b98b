import type { Root } from 'hast'
import type { Answer, Certainty } from '../answer'
import type { Judgement, Shelving } from '../facts'
import type { MemoryState } from '../memory/memory'

/** What a browser sends of a session of study, and what it hears of each. */

type Sent = {
  /** A UUID made by the browser: sent twice it is still one fact. */
  id: string
  /** Whose it is: a check against the session, never in its place. */
  learner: string
  /** `<deck>/<name>`. */
  item: string
}

export type SentAttempt = Sent & {
  fact: 'attempt'
  /** The version that was seen. */
  hash: string
  answer: Answer
  context: 'deck' | 'review' | 'extra'
  /** Epoch milliseconds. */
  answeredAt: number
  durationMs?: number
  certainty?: Certainty
  /** Option ids in the order shown. */
  order?: readonly string[]
  /** Hints opened before answering. */
  hints?: readonly string[]
  studySession?: string
}

export type SentFact =
  | SentAttempt
  | (Sent & { fact: 'judgement'; attempt: string; judgement: Judgement; madeAt: number })
  | (Sent & { fact: 'shelving'; shelving: Shelving; madeAt: number })
  /** The learner's own words on the item; empty ones take it away. */
  | (Sent & { fact: 'note'; text: string; madeAt: number })
  /** What is wrong with the version that was seen, for the deck's keepers. */
  | (Sent & { fact: 'report'; hash: string; text: string; madeAt: number })

/** How many facts one request may carry. */
export const FACTS_PER_CALL = 20
/** UTF-16 code units of a note of one's own: a good page. */
export const LONGEST_NOTE = 2000

/** What the item's memory came to. */
export type MemoryNow = {
  state: MemoryState
  /** 0 within the steps of (re)learning. */
  intervalDays: number
  /** Epoch milliseconds. */
  dueAt: number
  lapses: number
  /** Whether it is set aside because it keeps being forgotten. */
  leech: boolean
}

/** What a learner sees of a marked answer: its verdict and the keys of this one item, texts as sanitised trees. */
export type ShownVerdict =
  | {
      kind: 'question'
      chosen: string[]
      correct: boolean
      /** Ids of the right options in the version that was seen. */
      right: string[]
      /** For each option chosen, why it is right or wrong. */
      feedback: { option: string; text: Root }[]
      explanation: Root
    }
  | {
      kind: 'prompt'
      text: string
      covered: { id: string; name: string }[]
      total: number
      /** The answer cut into stretches, in order; a marked one names the concepts it earned. */
      passages: { text: string; concepts: string[] }[]
      missed: { id: string; hint: string }[]
      model: Root
    }

/** Why a fact was not taken. `gone` and `invalid` are for good; after the others it may be sent again. */
export type Unsaved = 'gone' | 'invalid' | 'busy' | 'other-learner' | 'signed-out'

/** What became of one fact. A fact without a reply was not tried. */
export type Reply =
  | { id: string; ok: true; memory?: MemoryNow; verdict?: ShownVerdict }
  | { id: string; ok: false; reason: Unsaved; message: string }
