import { routes } from '@/lib/routes'
import type { Reply, SentFact } from '@/lib/rules/review/sent'

/** What came of sending facts. `lost`: no reply that says anything; `refused`: of the whole request. */
export type Posted =
  | { came: 'replies'; replies: Reply[] }
  | { came: 'lost' }
  | { came: 'refused'; reason: 'signed-out' }

/** A reply that takes longer is as good as none: it is sent again under the same ids. */
const LONGEST_WAIT_MS = 20_000

/** Sends facts to the server. Never throws: what has no reply stays where it is. */
export async function postFacts(facts: readonly SentFact[]): Promise<Posted> {
  try {
    const response = await fetch(routes.attempts(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ facts }),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    })
    if (response.status === 401) return { came: 'refused', reason: 'signed-out' }
    if (!response.ok) return { came: 'lost' }
    return { came: 'replies', replies: (await response.json()).replies }
  } catch {
    return { came: 'lost' }
  }
}
