import { v5 as nameBased } from 'uuid'
import { z } from 'zod'
import type { Submission } from '@/db/queries/attempts'
import { repeated } from './form'
import type { Learner } from './identity'
import { type Answer, GRADES, type Grade } from './rules/answer'

export const name = z.string().max(64)
const milliseconds = z.coerce.number().int().min(0)
/** A moment that a browser claims, epoch milliseconds. */
export const moment = milliseconds.max(8.64e15)

/** What comes with every answer, by whichever door. */
export const common = {
  item: z.string().max(129),
  hash: z.string().max(64),
  answeredAt: moment.optional(),
  // A page that lay open overnight says nothing about how long an answer took; a day is as much as is kept.
  durationMs: milliseconds.transform((ms) => Math.min(ms, 86_400_000)).optional(),
  studySession: z.uuid().optional(),
}
export const mostHints = 13

export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), grade: z.enum(GRADES) }),
  z.object({ kind: z.literal('question'), chosen: z.array(name).max(9).readonly() }),
  z.object({ kind: z.literal('prompt'), text: z.string() }),
])

/** What an answer form sends. The answer itself is one of three: a grade, a text, or else the options chosen. */
export const formSchema = z
  .object({
    ...common,
    id: z.uuid().optional(),
    order: repeated(name, 9),
    hints: repeated(name, mostHints),
    /** Whose answer it is: a check against the session, never in its place. */
    learner: z.string().max(64).optional(),
    grade: z.enum(GRADES).optional(),
    chosen: repeated(name, 9),
    text: z.string().optional(),
  })
  .transform(({ grade, chosen, text, ...rest }) => ({ ...rest, answer: answerOf(grade, chosen, text) }))

/** One of the answers that a browser kept until it could be sent. */
export const keptSchema = z.object({
  ...common,
  id: z.uuid(),
  order: z.array(name).max(9).default([]),
  hints: z.array(name).max(mostHints).default([]),
  learner: z
    .string()
    .max(64)
    .nullish()
    .transform((learner) => learner ?? undefined),
  answer: answerSchema,
})

/** An answer as either door gives it. */
export type Given = z.output<typeof formSchema>

function answerOf(grade: Grade | undefined, chosen: string[], text: string | undefined): Answer {
  if (grade !== undefined) return { kind: 'card', grade }
  // A form sends lines as CRLF; in storage and in offsets they are as they were typed.
  if (text !== undefined) return { kind: 'prompt', text: text.replaceAll('\r\n', '\n') }
  return { kind: 'question', chosen }
}

/** Namespace of the ids below; any fixed UUID serves. */
const ATTEMPTS = '7d7a0d0c-2c3f-4d39-9b0b-0e5b8f3f9a51'

/**
 * An answer as it will be recorded. A form without JavaScript makes no id: it gets one from learner, item, version,
 * answer and the minute of receipt, so that a form sent twice is still one attempt. Nor does it know which hints were
 * opened; an island does, and then none is an empty list.
 */
export function toSubmission(given: Given, learner: Pick<Learner, 'id'>, now: number): Submission {
  const { id, item, hash, answer, answeredAt, durationMs, studySession, order, hints } = given
  const minute = Math.floor(now / 60_000)
  return {
    id: id ?? nameBased(JSON.stringify([learner.id, item, hash, answer, minute]), ATTEMPTS),
    itemId: item,
    contentHash: hash,
    answer,
    context: 'deck',
    answeredAt: answeredAt ?? now,
    durationMs,
    studySession,
    optionOrder: order.length > 0 ? order : undefined,
    hints: hints.length > 0 || (id && answer.kind === 'prompt') ? hints : undefined,
  }
}
