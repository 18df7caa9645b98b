import { database } from '@/db/client'
import { isReady, readiness } from '@/db/readiness'

export const dynamic = 'force-dynamic'

/** Ready: the database can be reached, is migrated far enough for this code, and says which content it has. */
export async function GET(): Promise<Response> {
  const state = await readiness(await database())
  const ok = isReady(state)
  return Response.json({ ok, ...state }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
