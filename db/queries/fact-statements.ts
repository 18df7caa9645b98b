import { and, eq, sql } from 'drizzle-orm'
import { prepared, type Values } from '@/db/prepared'
import { attempts, dials, items, itemVersions, judgements, learners, shelvings, snapshots } from '@/db/schema'
import { dialColumns } from './dials'
import { isCurrentAs } from './session'
import { versionSeen } from './versions'

/** The statements of the hottest path, built once: recording a fact runs most of them every time. */
type OfLearner = { learner: string; item: string }

export const selectPerson = prepared((db, value: Values<{ learner: string; session: number }>) =>
  db
    .select({
      timeZone: learners.timeZone,
      dayStartHour: learners.dayStartHour,
      fuzzSeed: learners.fuzzSeed,
    })
    .from(learners)
    .where(isCurrentAs(value('learner'), value('session'))),
)

export const selectDials = prepared((db, value: Values<{ learner: string }>) =>
  db
    .select(dialColumns)
    .from(dials)
    .where(eq(dials.learnerId, value('learner'))),
)

export const selectVersion = prepared((db, value: Values<{ item: string; hash: string }>) =>
  db
    .select({ deckId: items.deckId, revision: itemVersions.revision, body: itemVersions.body })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(and(eq(itemVersions.itemId, value('item')), eq(itemVersions.contentHash, value('hash')))),
)

export const selectStored = prepared((db, value: Values<{ id: string }>) =>
  db
    .select({
      learnerId: attempts.learnerId,
      itemId: attempts.itemId,
      answer: attempts.answer,
      verdict: attempts.verdict,
      body: itemVersions.body,
    })
    .from(attempts)
    .innerJoin(itemVersions, versionSeen)
    .where(eq(attempts.id, value('id'))),
)

/** What the fold needs of an attempt. */
export const factColumns = {
  id: attempts.id,
  context: attempts.context,
  answer: attempts.answer,
  verdict: attempts.verdict,
  contentHash: attempts.contentHash,
  revision: attempts.revision,
  certainty: attempts.certainty,
  optionOrder: attempts.optionOrder,
  hints: attempts.hints,
  durationMs: attempts.durationMs,
  answeredAt: attempts.answeredAt,
  receivedAt: attempts.receivedAt,
  localDay: attempts.localDay,
}
export const judgementColumns = {
  id: judgements.id,
  attemptId: judgements.attemptId,
  judgement: judgements.judgement,
  madeAt: judgements.madeAt,
}
export const shelvingColumns = {
  id: shelvings.id,
  shelving: shelvings.shelving,
  madeAt: shelvings.madeAt,
  until: shelvings.until,
}

export const selectAttempts = prepared((db, value: Values<OfLearner>) =>
  db
    .select(factColumns)
    .from(attempts)
    .where(and(eq(attempts.learnerId, value('learner')), eq(attempts.itemId, value('item')))),
)

export const selectJudgements = prepared((db, value: Values<OfLearner>) =>
  db
    .select(judgementColumns)
    .from(judgements)
    .where(and(eq(judgements.learnerId, value('learner')), eq(judgements.itemId, value('item')))),
)

export const selectShelvings = prepared((db, value: Values<OfLearner>) =>
  db
    .select(shelvingColumns)
    .from(shelvings)
    .where(and(eq(shelvings.learnerId, value('learner')), eq(shelvings.itemId, value('item')))),
)

export const selectSnapshot = prepared((db, value: Values<OfLearner>) =>
  db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.learnerId, value('learner')), eq(snapshots.itemId, value('item')))),
)

type AttemptRow = typeof attempts.$inferSelect
/** JSON columns that may be absent are given as text: see `prepared`. */
type AttemptValues = Omit<AttemptRow, 'optionOrder' | 'hints'> & {
  optionOrder: string | null
  hints: string | null
}

export const insertAttempt = prepared((db, value: Values<AttemptValues>) =>
  db.insert(attempts).values({
    id: value('id'),
    learnerId: value('learnerId'),
    itemId: value('itemId'),
    deckId: value('deckId'),
    kind: value('kind'),
    contentHash: value('contentHash'),
    revision: value('revision'),
    context: value('context'),
    assignmentId: value('assignmentId'),
    answer: value('answer'),
    certainty: value('certainty'),
    optionOrder: sql`${value('optionOrder')}`,
    hints: sql`${value('hints')}`,
    answeredAt: value('answeredAt'),
    receivedAt: value('receivedAt'),
    durationMs: value('durationMs'),
    localDay: value('localDay'),
    studySession: value('studySession'),
    mark: value('mark'),
    verdict: value('verdict'),
  }),
)
