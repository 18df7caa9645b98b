import { v5 as nameBased } from 'uuid'
import { z } from 'zod'
import type { Submission } from '@/db/queries/attempts'
import { repeated } from './form'
import type { Learner } from './identity'
import { type Answer, GRADES } from './rules/answer'

const name = z.string().max(64)
const milliseconds = z.coerce.number().int().min(0)

/** What the answer forms send, and what the browser keeps until it can be sent. The answer itself is one of three. */
export const submissionSchema = z.object({
  id: z.uuid().optional(),
  item: z.string().max(129),
  hash: z.string().max(64),
  answeredAt: milliseconds.max(8.64e15).optional(),
  // A page that lay open overnight says nothing about how long an answer took; a day is as much as is kept.
  durationMs: milliseconds.transform((ms) => Math.min(ms, 86_400_000)).optional(),
  studySession: z.uuid().optional(),
  order: repeated(name, 9),
  hints: repeated(name, 13),
  /** Whose answer it is: a check against the session, never in its place. */
  learner: z.string().max(64).optional(),
  grade: z.enum(GRADES).optional(),
  chosen: repeated(name, 9),
  text: z.string().optional(),
})
export type SubmissionInput = z.output<typeof submissionSchema>

/** The answer that was given: a grade, a text, or else the options chosen. */
export function answerOf({ grade, chosen, text }: SubmissionInput): Answer {
  if (grade !== undefined) return { kind: 'card', grade }
  if (text !== undefined) return { kind: 'prompt', text: text.replaceAll('\r\n', '\n') }
  return { kind: 'question', chosen }
}

/** Namespace of the ids below; any fixed UUID serves. */
const ATTEMPTS = '7d7a0d0c-2c3f-4d39-9b0b-0e5b8f3f9a51'

/**
 * An answer as it will be recorded. A form without JavaScript makes no id: it gets one from learner, item, version,
 * answer and the minute of receipt, so that a form sent twice is still one attempt.
 */
export function toSubmission(input: SubmissionInput, learner: Pick<Learner, 'id'>, now: number): Submission {
  const answer = answerOf(input)
  const minute = Math.floor(now / 60_000)
  return {
    id: input.id ?? nameBased(JSON.stringify([learner.id, input.item, input.hash, answer, minute]), ATTEMPTS),
    itemId: input.item,
    contentHash: input.hash,
    answer,
    context: 'deck',
    answeredAt: input.answeredAt ?? now,
    ...(input.durationMs !== undefined && { durationMs: input.durationMs }),
    ...(input.studySession && { studySession: input.studySession }),
    ...(input.order.length > 0 && { optionOrder: input.order }),
    ...(input.hints.length > 0 && { hints: input.hints }),
  }
}
