import type { NextRequest } from 'next/server'
import { z } from 'zod'
import { database } from '@/db/client'
import { readPractice } from '@/db/queries/practice'
import { readReviewPage } from '@/db/queries/review-page'
import { currentLearner } from '@/lib/guards'
import { toPractice } from '@/lib/practice'

const PRIVATE = { headers: { 'cache-control': 'private, no-store' } }

/** More than a browser keeps ready, or a round of practice has. */
const MOST_HELD = 200
const id = z.string().min(1).max(200)
const query = z.object({
  holding: z.array(id).max(MOST_HELD),
  after: id.optional(),
  of: z.string().max(100).optional(),
})

/**
 * The next items of the day's review. `?holding=` names an item that the browser has already, once for each; `?after=`
 * the one that was asked last; `?of=` asks for extra practice instead: `mistakes`, `bookmarks`, `due-soon`,
 * `deck:<id>`, `level:<level>`, `tag:<tag>`.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const learner = await currentLearner()
  if (!learner) return refused(401)
  const { searchParams } = request.nextUrl
  const asked = query.safeParse({
    holding: searchParams.getAll('holding'),
    after: searchParams.get('after') ?? undefined,
    of: searchParams.get('of') ?? undefined,
  })
  if (!asked.success) return refused(400)
  const { after: previous, of: named } = asked.data
  // Whatever is not known is refused, rather than answered with something else.
  const of = named === undefined ? undefined : toPractice(named)
  if (named !== undefined && !of) return refused(400)
  const holding = new Set(asked.data.holding)
  const db = await database()
  const now = Date.now()
  const page = of
    ? await readPractice(db, learner, of, holding, now)
    : await readReviewPage(db, learner, { holding, previous }, now)
  return page ? Response.json(page, PRIVATE) : refused(401)
}

/** Without a word: the page that asked knows what to say. */
const refused = (status: number) => new Response(null, { status, ...PRIVATE })
