import autocannon from 'autocannon'

/** Seconds of one measurement. */
const SECONDS = 3

type Call = { method: string; headers: Record<string, string>; body: Buffer }

/**
 * How many requests `url` answers in three seconds over `connections` at once, and how many a second that is. `next`
 * makes each request anew. Throws when anything but success comes back: a refusal is quick, and would pass for speed.
 */
export async function load(
  url: string,
  connections: number,
  next?: () => Call,
): Promise<{ answered: number; perSecond: number }> {
  const requests = next && [{ setupRequest: (request: object) => ({ ...request, ...next() }) }]
  const result = await autocannon({ url, connections, duration: SECONDS, requests })
  const failed = result.non2xx + result.errors + result.timeouts
  const answered = result['2xx']
  if (failed > 0 || answered === 0) throw new Error(`${failed} of the requests to ${url} failed.`)
  return { answered, perSecond: answered / result.duration }
}
