import { LRUCache } from 'lru-cache'

/** How fast a key may act: a full bucket holds `burst` turns and gains `perSecond` turns a second. */
export type Rate = { burst: number; perSecond: number }

/**
 * A token bucket per key, in this process's memory: it protects a machine from a flood, and forgets on restart.
 * What must be counted exactly, such as wrong passwords, is in the `throttles` table instead.
 * The function returned says whether `key` may act at `now` (epoch milliseconds), and takes a turn when it may.
 */
export function rateLimiter({ burst, perSecond }: Rate, mostKeys = 20_000) {
  const buckets = new LRUCache<string, { turns: number; at: number }>({ max: mostKeys })
  return (key: string, now: number): boolean => {
    const bucket = buckets.get(key) ?? { turns: burst, at: now }
    const turns = Math.min(burst, bucket.turns + (Math.max(0, now - bucket.at) / 1000) * perSecond)
    const may = turns >= 1
    buckets.set(key, { turns: may ? turns - 1 : turns, at: now })
    return may
  }
}
