import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { type Db, openDatabase } from '@/db/client'
import { addLearner } from '@/db/fixtures'
import { attempts, items, itemVersions } from '@/db/schema'
import type { ItemBody } from '@/lib/rules/item'
import { actionCall, actionId } from './action'
import { BARE } from './bare-app'
import { load } from './load'
import { type Figure, inPairs, median } from './ratio'
import { signedIn } from './signed-in'

/** As many as are at work at the same moment. */
const AT_ONCE = 8
/** More learners than a measurement gets through: nobody answers an item twice. */
const LEARNERS = 6000

const CLASS = 40

type Target = { url: string; folder: string }

/** How often a second an answer is marked, folded and durably kept, to how often an action that does nothing is called. */
export async function attemptRate(ours: Target, bareUrl: string): Promise<Figure> {
  const db = await openDatabase(join(ours.folder, 'recall.db'))
  try {
    const asked = await itemsToAnswer(db)
    const cookies = await cookiesOfLearners(db)
    const attempt = caller(answers(await actionId('.next', 'answerItem'), asked, cookies))
    // The same requests, byte for byte but for the action's name: both read the same form and the same cookie.
    const nothing = caller(answers(await actionId(join(BARE, '.next'), 'nothing'), asked, cookies))
    let answered = 0
    const measured = await inPairs(
      async () => {
        const loaded = await load(`${ours.url}/decks/what-is-mlops`, AT_ONCE, attempt)
        answered += loaded.answered
        return loaded.perSecond
      },
      async () => (await load(`${bareUrl}/act`, AT_ONCE, nothing)).perSecond,
    )
    // A refusal comes back as a success, and quicker. Answers whose reply the end of a round cut off are kept as well.
    const kept = await db.$count(attempts)
    if (kept < answered)
      throw new Error(`${answered} answers came back and ${kept} attempts are kept: this measures refusals.`)
    return {
      title: 'Attempts a second through the action, durable, to an action that does nothing',
      ratios: measured.ratios,
      bound: { atLeast: 0.7 },
      behind: `${Math.round(median(measured.ours))} against ${Math.round(median(measured.theirs))} a second, ${kept} attempts kept`,
    }
  } finally {
    db.close()
  }
}

function caller(calls: ReturnType<typeof answers>) {
  return () => {
    const call = calls.next().value
    if (!call) throw new Error('Every learner has answered everything: raise LEARNERS.')
    return call
  }
}

type Asked = { item: string; hash: string; body: ItemBody }

async function itemsToAnswer(db: Db): Promise<Asked[]> {
  const rows = await db
    .select({
      item: items.id,
      hash: items.contentHash,
      versionOf: itemVersions.itemId,
      versionHash: itemVersions.contentHash,
      body: itemVersions.body,
    })
    .from(items)
    .innerJoin(itemVersions, eq(itemVersions.itemId, items.id))
  return rows.filter(({ hash, versionHash }) => hash === versionHash)
}

async function cookiesOfLearners(db: Db): Promise<string[]> {
  const cookies: string[] = []
  for (let number = 0; number < LEARNERS; number += 1)
    cookies.push(await signedIn(await addLearner(db, `Learner ${number}`)))
  return cookies
}

/** A class at a time answers every item of the deck, all of them the first, then the second: nobody is at two items. */
function* answers(action: string, asked: Asked[], cookies: string[]) {
  for (let from = 0; from < cookies.length; from += CLASS)
    for (const { item, hash, body } of asked)
      for (const cookie of cookies.slice(from, from + CLASS)) {
        const about = { item, hash, id: randomUUID(), answeredAt: String(Date.now()) }
        yield actionCall(action, { ...about, ...answerTo(body) }, cookie)
      }
}

function answerTo(body: ItemBody): Record<string, string> {
  if (body.kind === 'card') return { grade: 'good' }
  if (body.kind === 'question') return { chosen: body.options[1]?.id ?? '' }
  return {
    text: 'It brings machine learning and software engineering together and monitors models in production.',
  }
}
