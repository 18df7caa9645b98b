import type { ReactNode } from 'react'
import type { KeptAnswer } from '@/lib/browser/kept-answers'
import type { Refusal } from '@/lib/result'
import type { Grade } from '@/lib/rules/answer'

/** What every marked answer comes back with. */
type Answered = {
  ok: true
  /** The item's full id. */
  item: string
  /** The attempt's id. */
  attempt: string
  /** False when nobody is signed in: the server marked the answer and forgot it. */
  saved: boolean
}

export type CardResult = Answered & { kind: 'card'; grade: Grade }

export type QuestionResult = Answered & {
  kind: 'question'
  chosen: string[]
  correct: boolean
  /** Ids of the right options in the version that was seen. */
  right: string[]
  /** For each option chosen, why it is right or wrong. */
  feedback: { option: string; node: ReactNode }[]
  explanation: ReactNode
}

export type PromptResult = Answered & {
  kind: 'prompt'
  text: string
  covered: { id: string; name: string }[]
  /** How many concepts there are. */
  total: number
  /** The answer cut into stretches, in order; a marked one names the concepts it earned. */
  passages: { text: string; concepts: string[] }[]
  missed: { id: string; hint: string }[]
  model: ReactNode
}

export type AnswerResult = CardResult | QuestionResult | PromptResult

/** The one action that takes answers of all three kinds, as a form's action. */
export type AnswerAction = (
  previous: AnswerResult | Refusal | undefined,
  form: FormData,
) => Promise<AnswerResult | Refusal>

/**
 * Takes answers that the browser kept, and says for each what became of it: `refused` are those that no item takes,
 * for good. A refusal of the whole call, and an answer in neither list, leave the answers as they are.
 */
export type KeepAction = (
  previous: undefined,
  input: { answers: KeptAnswer[] },
) => Promise<{ ok: true; kept: string[]; refused: { id: string; message: string }[] } | Refusal>
