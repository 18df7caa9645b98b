import { eq, inArray, sql } from 'drizzle-orm'
import { contentVersion, type LoadedDeck } from '@/lib/content/deck'
import type { Course } from '@/lib/rules/course/course'
import type { Db, Query } from './client'
import { writeFault } from './errors'
import { portions } from './portions'
import { rollupWrites } from './queries/rollups'
import { courses, deckFiles, deckKeepers, decks, items, itemVersions, meta } from './schema'
import { fileWrites, keeperWrites } from './seed-beside'
import { courseWrites } from './seed-courses'
import { planSeed, type SeedPlan } from './seed-plan'
import { searchWrites, storedEntries } from './seed-search'

/** How many items of each fate; all zero when the files said what the database said already. */
export type SeedReport = { added: number; changed: number; returned: number; retired: number }

/**
 * Brings decks, items and courses, and what can be found of them, to what the files say: keyed by id, in one atomic list,
 * so that nothing is ever half loaded. Every version of an item stays. What the files no longer have is retired, keeps its history and leaves the
 * rollups; it comes back when a file has it again. Repeating it writes nothing. Of two releases that seed at once the
 * later one's content stands, whole: each writes only what it planned from the content that it read.
 * @param loaded every deck there is: one that is absent is retired
 * @param now epoch milliseconds
 * @param ordered every course there is: one that is absent is deleted
 * @throws a sentence when an item became another kind under the same id; nothing is written then
 */
export async function seed(
  db: Db,
  loaded: readonly LoadedDeck[],
  now: number,
  ordered: readonly Course[] = [],
): Promise<SeedReport> {
  for (let tries = 1; ; tries += 1)
    try {
      return await seedOnce(db, loaded, now, ordered)
    } catch (error) {
      if (tries === MOST_TRIES || writeFault(error) !== 'lost-race') throw error
    }
}

/** Another seeding between reading and writing is one lost race; several in a row are no accident. */
const MOST_TRIES = 5

async function seedOnce(
  db: Db,
  loaded: readonly LoadedDeck[],
  now: number,
  ordered: readonly Course[],
): Promise<SeedReport> {
  const version = contentVersion(loaded, ordered)
  const [deckRows, itemRows, versionRows, seeded, courseRows, entryRows, keepers, files] = await db.fresh([
    db.select().from(decks),
    db.select().from(items),
    db
      .select({
        itemId: itemVersions.itemId,
        contentHash: itemVersions.contentHash,
        revision: itemVersions.revision,
      })
      .from(itemVersions),
    db.select({ version: meta.value }).from(meta).where(eq(meta.key, 'content-version')),
    db.select().from(courses),
    storedEntries(db),
    db.select().from(deckKeepers),
    db.select({ deckId: deckFiles.deckId, digest: deckFiles.digest }).from(deckFiles),
  ])
  const plan = planSeed({ decks: deckRows, items: itemRows, versions: versionRows }, loaded, now)
  const changes = [
    ...writes(db, plan, now),
    ...courseWrites(db, courseRows, ordered),
    ...(await searchWrites(db, entryRows, loaded)),
    ...keeperWrites(db, keepers, loaded),
    ...fileWrites(db, files, loaded),
  ]
  const before = seeded[0]?.version
  if (changes.length > 0 || version !== before)
    await db.atomically([nameVersion(db, version, before), ...changes])
  const { added, changed, returned, retiredItems } = plan
  return { added, changed, returned, retired: retiredItems.length }
}

/** Rows that are pointed at come first; rollups last, when it is settled which items are live. */
function writes(db: Db, plan: SeedPlan, now: number): Query[] {
  return [
    ...plan.decks.map((row) =>
      db.insert(decks).values(row).onConflictDoUpdate({ target: decks.id, set: row }),
    ),
    ...plan.items.map((row) =>
      db.insert(items).values(row).onConflictDoUpdate({ target: items.id, set: row }),
    ),
    ...plan.versions.map((row) =>
      db
        .insert(itemVersions)
        .values(row)
        .onConflictDoUpdate({
          target: [itemVersions.itemId, itemVersions.contentHash],
          set: { revision: sql`excluded.revision`, body: sql`excluded.body` },
        }),
    ),
    ...portions(plan.retiredItems).map((ids) =>
      db.update(items).set({ retiredAt: now }).where(inArray(items.id, ids)),
    ),
    ...portions(plan.retiredDecks).map((ids) =>
      db.update(decks).set({ retiredAt: now }).where(inArray(decks.id, ids)),
    ),
    ...plan.resum.flatMap((deckId) => rollupWrites(db, deckId)),
  ]
}

/**
 * So that a copy can say which content its database has. Fails, and the whole list with it, when the content is not
 * the one that was read any more.
 */
const nameVersion = (db: Db, value: string, before: string | undefined) =>
  before === undefined
    ? db.insert(meta).values({ key: 'content-version', value })
    : db
        .update(meta)
        .set({ value: sql`case when ${meta.value} = ${before} then ${value} end` })
        .where(eq(meta.key, 'content-version'))
