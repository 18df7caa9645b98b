import { z } from 'zod'
import type { FactSubmission } from '@/db/queries/facts'
import { reportField } from './report-field'
import { CERTAINTIES } from './rules/answer'
import { JUDGEMENTS, SHELVINGS } from './rules/facts'
import { FACTS_PER_CALL, LONGEST_NOTE } from './rules/review/sent'
import { answerSchema, common, moment, mostHints, name } from './submission'

const sent = { id: z.uuid(), learner: z.string().max(64), item: common.item }

/** Contexts that a browser may claim. Graded work has a door of its own. */
const FREE_CONTEXTS = ['deck', 'review', 'extra'] as const

const one = z.discriminatedUnion('fact', [
  z.object({
    ...common,
    ...sent,
    fact: z.literal('attempt'),
    answer: answerSchema,
    context: z.enum(FREE_CONTEXTS),
    answeredAt: moment,
    certainty: z.enum(CERTAINTIES).optional(),
    order: z.array(name).max(9).optional(),
    hints: z.array(name).max(mostHints).optional(),
  }),
  z.object({
    ...sent,
    fact: z.literal('judgement'),
    attempt: z.uuid(),
    judgement: z.enum(JUDGEMENTS),
    madeAt: moment,
  }),
  z.object({ ...sent, fact: z.literal('shelving'), shelving: z.enum(SHELVINGS), madeAt: moment }),
  z.object({ ...sent, fact: z.literal('note'), text: z.string().max(LONGEST_NOTE), madeAt: moment }),
  z.object({ ...sent, fact: z.literal('report'), hash: common.hash, text: reportField, madeAt: moment }),
])

/** A request's facts. Each is looked at by itself, so that a broken one does not hold the others up. */
export const sentFacts = z.object({
  facts: z.array(z.looseObject({ id: z.string().max(64) })).max(FACTS_PER_CALL),
})

/** One fact as it was sent; absent when it is none of ours. */
export const readFact = (value: unknown): z.output<typeof one> | undefined => one.safeParse(value).data

export type GivenFact = z.output<typeof one>

/** What the queries take of a fact, but for a note and a report, which are no facts of theirs. */
export function toFact(given: Exclude<GivenFact, { fact: 'note' | 'report' }>): FactSubmission {
  const { id, item: itemId } = given
  if (given.fact === 'judgement')
    return {
      fact: 'judgement',
      id,
      itemId,
      attemptId: given.attempt,
      judgement: given.judgement,
      madeAt: given.madeAt,
    }
  if (given.fact === 'shelving')
    return { fact: 'shelving', id, itemId, shelving: given.shelving, madeAt: given.madeAt }
  const {
    hash: contentHash,
    answer,
    context,
    answeredAt,
    durationMs,
    certainty,
    order,
    hints,
    studySession,
  } = given
  return {
    fact: 'attempt',
    id,
    itemId,
    contentHash,
    answer,
    context,
    answeredAt,
    durationMs,
    certainty,
    optionOrder: order,
    hints,
    studySession,
  }
}
