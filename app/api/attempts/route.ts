import { notRecorded, refusals } from '@/app/(study)/decks/[deck]/refusals'
import { type Db, database } from '@/db/client'
import { recordFact } from '@/db/queries/facts'
import { writeNote } from '@/db/queries/notes'
import { mayAct } from '@/lib/act-limit'
import { clientAddress } from '@/lib/client-address'
import { shownVerdict } from '@/lib/content/shown-verdict'
import { currentLearner } from '@/lib/guards'
import type { Learner } from '@/lib/identity'
import { notHere } from '@/lib/not-here'
import { fromOwnPage } from '@/lib/own-page'
import { type Refusal, SIGNED_OUT } from '@/lib/result'
import type { Reply } from '@/lib/rules/review/sent'
import { type GivenFact, readFact, sentFacts, toFact } from '@/lib/sent-facts'
import { takeReport } from '@/lib/take-report'

/**
 * Takes what a session of study says: answers, grades taken back, items put away, notes, reports of mistakes, in the order
 * in which they happened. Replies to each by its id; sent again, a fact is answered with what is stored. After one that the
 * database could not take just now the rest is not tried, because later facts may be about it.
 */
export async function POST(request: Request): Promise<Response> {
  if (!fromOwnPage(request.headers)) return notHere()
  const learner = await currentLearner()
  const address = clientAddress(request.headers)
  if (!mayAct({ learner: learner?.id, address }, Date.now())) return answer(refusals.busy, 429)
  if (!learner) return answer(SIGNED_OUT, 401)
  const { data } = sentFacts.safeParse(await request.json().catch(() => undefined))
  if (!data) return answer(refusals.invalid, 400)
  const db = await database()
  const replies: Reply[] = []
  for (const { id, ...sent } of data.facts) {
    const reply = await take(db, learner, id, readFact({ id, ...sent }))
    replies.push(reply)
    if (!reply.ok && reply.reason !== 'gone' && reply.reason !== 'invalid') break
  }
  return answer({ ok: true, replies }, 200)
}

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } })

async function take(db: Db, learner: Learner, id: string, given: GivenFact | undefined): Promise<Reply> {
  if (!given) return refused(id, refusals.invalid)
  if (given.learner !== learner.id) return refused(id, refusals.otherLearner)
  const now = Date.now()
  if (given.fact === 'note') {
    const came = await writeNote(
      db,
      learner,
      { itemId: given.item, text: given.text, madeAt: given.madeAt },
      now,
    )
    return came === 'written' ? { id, ok: true } : refused(id, notRecorded({ recorded: false, reason: came }))
  }
  if (given.fact === 'report') {
    const { item: itemId, hash: contentHash, text, madeAt } = given
    const taken = await takeReport(db, learner, { itemId, contentHash, text, madeAt }, now)
    return taken.ok ? { id, ok: true } : refused(id, taken)
  }
  const outcome = await recordFact(db, learner, toFact(given), now)
  if (!outcome.recorded) return refused(id, notRecorded(outcome))
  const { memory } = outcome
  if (!('verdict' in outcome) || outcome.answer.kind === 'card') return { id, ok: true, memory }
  return { id, ok: true, memory, verdict: await shownVerdict(outcome.answer, outcome.verdict, outcome.body) }
}

const refused = (id: string, { reason = 'invalid', message }: Refusal): Reply => ({
  id,
  ok: false,
  reason,
  message,
})
