import type { NextRequest } from 'next/server'
import { database } from '@/db/client'
import { readMine } from '@/db/queries/mine'
import type { Mine } from '@/db/types'
import { renewSession } from '@/lib/auth'
import { currentLearner } from '@/lib/guards'

const NOBODY: Mine = { learner: null, decks: {} }

/** What is the reader's own on a page that is the same for everybody. `?deck=` adds their standing on its items. */
export async function GET(request: NextRequest): Promise<Response> {
  const learner = await currentLearner()
  const deck = request.nextUrl.searchParams.get('deck')?.slice(0, 64) || undefined
  // Every page asks here, so this is where a session that is in use is carried on.
  if (learner) await renewSession()
  const mine = learner ? await readMine(await database(), learner, deck) : NOBODY
  return Response.json(mine, { headers: { 'cache-control': 'private, no-store' } })
}
