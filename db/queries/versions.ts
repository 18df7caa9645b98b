import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { itemVersions } from '@/db/schema'
import type { ItemBody } from '@/lib/rules/item'

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
