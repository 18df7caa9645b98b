import { and, inArray, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { assignments, items, itemVersions, memberships, snapshots } from '@/db/schema'
import { plainText } from '@/lib/content/plain-text'
import type { Instructor } from '@/lib/identity'
import type { MissedItem } from '@/lib/rules/class/dashboard'
import { type AnswerGroup, firstAnswers } from '@/lib/rules/class/first-answers'
import type { ItemBody } from '@/lib/rules/item'
import { toSnapshots, wholeClass } from './class-scope'
import { teaches } from './instructors'
import { askedInWords } from './item-words'

/**
 * How the class's learners did on these items at the first attempt and what they said, in the order of the ids. One
 * round trip; as many rows as there are different answers.
 */
export async function readMissed(db: Db, instructor: Instructor, itemIds: string[]): Promise<MissedItem[]> {
  const [live, versions, groups] = await db.together([
    db
      .select({
        id: items.id,
        deckId: items.deckId,
        name: items.name,
        kind: items.kind,
        contentHash: items.contentHash,
      })
      .from(items)
      .where(and(inArray(items.id, itemIds), teaches(db, instructor))),
    db
      .select({
        itemId: itemVersions.itemId,
        contentHash: itemVersions.contentHash,
        body: itemVersions.body,
      })
      .from(itemVersions)
      .where(and(inArray(itemVersions.itemId, itemIds), teaches(db, instructor))),
    groupAnswers(db, instructor, itemIds),
  ])
  const described = live.map((item) => {
    const bodies = new Map(
      versions.filter(({ itemId }) => itemId === item.id).map(({ contentHash, body }) => [contentHash, body]),
    )
    return missedItem(
      item,
      bodies,
      groups.filter(({ itemId }) => itemId === item.id),
    )
  })
  return (await Promise.all(described)).sort((a, b) => itemIds.indexOf(a.id) - itemIds.indexOf(b.id))
}

function groupAnswers(db: Db, instructor: Instructor, itemIds: string[]) {
  const prompt = sql`${snapshots.kind} = 'prompt'`
  // Explanations differ from one another; which concepts they covered is what can be counted.
  const answer = sql<AnswerGroup['answer']>`case when ${prompt} then null else ${snapshots.firstAnswer} end`
  return db
    .select({
      itemId: snapshots.itemId,
      contentHash: snapshots.firstHash,
      answer: answer.mapWith((json: string | null) => (json === null ? null : JSON.parse(json))),
      covered: snapshots.firstCovered,
      count: sql<number>`count(*)`,
      missed: sql<number>`sum(${snapshots.firstMark} < 1)`,
      marks: sql<number>`sum(${snapshots.firstMark})`,
    })
    .from(memberships)
    .innerJoin(assignments, toSnapshots.assignment)
    .innerJoin(snapshots, toSnapshots.snapshot)
    .innerJoin(items, toSnapshots.item)
    .where(and(wholeClass(db, instructor).people, inArray(snapshots.itemId, itemIds)))
    .groupBy(snapshots.itemId, snapshots.firstHash, answer, snapshots.firstCovered)
}

type Group = AnswerGroup & { missed: number; marks: number }
type LiveItem = Pick<MissedItem, 'id' | 'deckId' | 'name' | 'kind'> & { contentHash: string }

async function missedItem(
  { contentHash, ...item }: LiveItem,
  versions: ReadonlyMap<string, ItemBody>,
  groups: readonly Group[],
): Promise<MissedItem> {
  const total = (column: 'count' | 'missed' | 'marks') =>
    groups.reduce((sum, group) => sum + group[column], 0)
  const tried = total('count')
  const body = versions.get(contentHash)
  return {
    ...item,
    asked: body ? await askedInWords(body) : '',
    tried,
    missed: total('missed'),
    facility: tried > 0 ? total('marks') / tried : 1,
    answers: await Promise.all(
      firstAnswers(groups, versions).map(async (line) => ({ ...line, text: await plainText(line.text) })),
    ),
  }
}
