import { database } from '@/db/client'
import { exportAccount } from '@/db/queries/export'
import { writeExport } from '@/lib/export'
import { currentLearner } from '@/lib/guards'

/** Everything that is kept about who asks, as one JSON file, written as it is read. */
export async function GET(): Promise<Response> {
  const learner = await currentLearner()
  const db = await database()
  const now = new Date()
  const account = learner && (await exportAccount(db, learner))
  if (!account)
    return new Response('Sign in first.', { status: 401, headers: { 'cache-control': 'no-store' } })
  const pieces = writeExport(db, learner, account, now)
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { done, value } = await pieces.next()
      if (done) stream.close()
      else stream.enqueue(value)
    },
    cancel: () => void pieces.return(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="recall-and-review-${now.toISOString().slice(0, 10)}.json"`,
      'cache-control': 'no-store',
    },
  })
}
