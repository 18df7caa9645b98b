import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { attempts, items, itemVersions } from '@/db/schema'
import type { ItemBody } from '@/lib/rules/item'

/** Joins an item to the version that its file has now. */
export const versionNow = and(
  eq(itemVersions.itemId, items.id),
  eq(itemVersions.contentHash, items.contentHash),
)

/** Joins an attempt to the version that was seen. */
export const versionSeen = and(
  eq(itemVersions.itemId, attempts.itemId),
  eq(itemVersions.contentHash, attempts.contentHash),
)

/** The body of one version of an item, keys included: for marking, never for a page. Absent when there is none. */
export async function findVersion(
  db: Db,
  itemId: string,
  contentHash: string,
): Promise<ItemBody | undefined> {
  const rows = await db
    .select({ body: itemVersions.body })
    .from(itemVersions)
    .where(and(eq(itemVersions.itemId, itemId), eq(itemVersions.contentHash, contentHash)))
  return rows[0]?.body
}
