import { and, count, inArray, isNotNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { portions } from '@/db/portions'
import { items, itemVersions, snapshots } from '@/db/schema'
import type { Side } from '@/lib/content/diff'
import { versionNow } from './versions'

/** Every item that the database knows, as files are compared with it; retired ones are marked. */
export async function readContent(db: Db): Promise<Side[]> {
  const rows = await db
    .select({
      id: items.id,
      deck: items.deckId,
      kind: items.kind,
      level: items.level,
      tags: items.tags,
      concepts: items.concepts,
      revision: items.revision,
      contentHash: items.contentHash,
      body: itemVersions.body,
      retiredAt: items.retiredAt,
    })
    .from(items)
    .innerJoin(itemVersions, versionNow)
    .orderBy(items.deckId, items.kind, items.position)
  return rows.map(({ retiredAt, ...side }) => ({ ...side, retired: retiredAt !== null }))
}

/** How many learners have a memory of each of these items; none for an item that nobody has. */
export async function countMemories(db: Db, itemIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await Promise.all(
    portions(itemIds).map((ids) =>
      db
        .select({ itemId: snapshots.itemId, learners: count() })
        .from(snapshots)
        .where(and(inArray(snapshots.itemId, ids), isNotNull(snapshots.state)))
        .groupBy(snapshots.itemId),
    ),
  )
  return new Map(rows.flat().map(({ itemId, learners }) => [itemId, learners]))
}
