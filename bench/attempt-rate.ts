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

/** Loads before the first that counts: half a minute, in which both servers' code is compiled for what it does all day. */
const WARM_UP = 10

/**
 * How often a second an answer is marked, folded and durably kept: to how often this application's action is called when
 * there is nothing to do, and to how often a bare application's is. All get the same requests, byte for byte but for
 * what names the action or the item.
 */
export async function attemptRate(ours: Target, bareUrl: string): Promise<Figure[]> {
  const db = await openDatabase(join(ours.folder, 'recall.db'))
  try {
    const asked = await itemsToAnswer(db)
    const cookies = await cookiesOfLearners(db)
    const page = `${ours.url}/decks/what-is-mlops`
    const act = await actionId('.next', 'answerItem')
    const attempt = caller(page, answers(act, asked, cookies))
    // A hash longer than any fits no form: the action knows who asks, and ends.
    const refusal = caller(
      page,
      answers(
        act,
        asked.map(({ item, body }) => ({ item, hash: 'x'.repeat(65), body })),
        cookies,
      ),
    )
    const nothing = await actionId(join(BARE, '.next'), 'nothing')
    const bare = caller(`${bareUrl}/act`, answers(nothing, asked, cookies))
    for (let round = 0; round < WARM_UP; round += 1) for (const call of [attempt, refusal, bare]) await call()
    const toRefusal = await inPairs(attempt, refusal)
    const toBare = await inPairs(attempt, bare)
    // A refusal comes back as a success, and quicker. Answers whose reply the end of a round cut off are kept as well.
    const kept = await db.$count(attempts)
    if (kept < attempt.answered())
      throw new Error(
        `${attempt.answered()} answers came back and ${kept} attempts are kept: this measures refusals.`,
      )
    const figure = (title: string, { ratios, ours, theirs }: Pairs) => ({
      title: `Attempts a second through the action, durable, to ${title}`,
      ratios,
      behind: `${Math.round(median(ours))} against ${Math.round(median(theirs))} a second`,
    })
    return [
      { ...figure('the same action when it does nothing', toRefusal), bound: { atLeast: 0.7 } },
      figure('an action of a bare application that does nothing', toBare),
    ]
  } finally {
    db.close()
  }
}

type Pairs = Awaited<ReturnType<typeof inPairs>>

/** Eight at once for a few seconds: gives the answers a second, and counts them all. */
function caller(url: string, calls: ReturnType<typeof answers>) {
  let answered = 0
  const next = () => {
    const call = calls.next().value
    if (!call) throw new Error('Every learner has answered everything: raise LEARNERS.')
    return call
  }
  const measure = async () => {
    const loaded = await load(url, AT_ONCE, next)
    answered += loaded.answered
    return loaded.perSecond
  }
  return Object.assign(measure, { answered: () => answered })
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
