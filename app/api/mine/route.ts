import type { NextRequest } from 'next/server'
import { database } from '@/db/client'
import { readMine } from '@/db/queries/mine'
import { readToday } from '@/db/queries/today'
import type { Mine } from '@/db/types'
import { endSession, renewSession } from '@/lib/auth'
import { currentLearner } from '@/lib/guards'
import type { Learner } from '@/lib/identity'

const NOBODY: Mine = { learner: null, decks: {} }

/**
 * What is the reader's own on a page that is the same for everybody. `?deck=` adds their standing on its items,
 * `?today` what they have to do today.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const learner = await currentLearner()
  const deck = request.nextUrl.searchParams.get('deck')?.slice(0, 64) || undefined
  const mine = learner ? await readOwn(learner, deck, request.nextUrl.searchParams.has('today')) : NOBODY
  // Every page asks here, so this is where a session in use is carried on, and one that was ended elsewhere leaves
  // the browser: its cookie would say otherwise for a month.
  if (mine.learner) await renewSession()
  else if (learner) await endSession()
  return Response.json(mine, { headers: { 'cache-control': 'private, no-store' } })
}

async function readOwn(learner: Learner, deck: string | undefined, withToday: boolean): Promise<Mine> {
  const db = await database()
  const [mine, today] = await Promise.all([
    readMine(db, learner, deck),
    withToday ? readToday(db, learner, Date.now()) : undefined,
  ])
  return { ...mine, ...(today && { today }) }
}
