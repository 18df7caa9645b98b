import { customType } from 'drizzle-orm/sqlite-core'
import { LRUCache } from 'lru-cache'
import type { ItemBody } from '@/lib/rules/item'

/** Characters of bodies kept parsed: some thousand items. */
const MOST_KEPT = 8_000_000

const parsed = new LRUCache<string, ItemBody>({
  maxSize: MOST_KEPT,
  sizeCalculation: (_, text) => text.length,
})

/**
 * The body of an item's version, as JSON. Every answer to an item reads it and an item's text hardly ever changes, so
 * the same text is one and the same object: it is shared, and not to be changed. What is worked out from it once can
 * be kept by that object.
 */
export const itemBody = customType<{ data: ItemBody; driverData: string }>({
  dataType: () => 'text',
  toDriver: (body) => JSON.stringify(body),
  fromDriver: (text) => {
    const known = parsed.get(text)
    if (known) return known
    const body = JSON.parse(text) as ItemBody
    parsed.set(text, body)
    return body
  },
})
