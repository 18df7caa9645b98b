import { type Db, database } from '@/db/client'
import { answersAfter, type ClassAnswer, type Cursor } from '@/db/queries/class-answers'
import { readClassSettings } from '@/db/queries/class-settings'
import { csvResponse, csvRows } from '@/lib/csv'
import { claimedInstructor } from '@/lib/guards'
import type { Instructor } from '@/lib/identity'
import { notHere } from '@/lib/not-here'
import type { Cell } from '@/lib/rules/class/csv-rows'

type Params = { params: Promise<{ class: string }> }

/** Every answer of the class's learners on its decks, for a spreadsheet, read page by page while it is sent. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const instructor = await claimedInstructor((await params).class)
  const db = await database()
  const settings = instructor && (await readClassSettings(db, instructor))
  if (!instructor || !settings) return notHere()
  return csvResponse(`${settings.name} answers`, parts(db, instructor))
}

async function* parts(db: Db, instructor: Instructor) {
  yield csvRows([COLUMNS.map(([name]) => name)])
  let cursor: Cursor | undefined
  do {
    const { answers, next } = await answersAfter(db, instructor, cursor)
    yield csvRows(answers.map((answer) => COLUMNS.map(([, cell]) => cell(answer))))
    cursor = next
  } while (cursor)
}

const COLUMNS: [string, (answer: ClassAnswer) => Cell][] = [
  ['Learner', ({ learner }) => learner],
  ['Learner id', ({ learnerId }) => learnerId],
  ['Deck', ({ deck }) => deck],
  ['Item', ({ name }) => name],
  ['Kind', ({ kind }) => kind],
  ['Asked', ({ asked }) => asked],
  ['Answer', ({ words }) => words],
  ['Mark (0 to 1)', ({ mark }) => mark],
  ['Answered at (UTC)', ({ answeredAt }) => new Date(answeredAt).toISOString()],
  ['Received at (UTC)', ({ receivedAt }) => new Date(receivedAt).toISOString()],
  ['Learner’s day', ({ localDay }) => localDay],
  ['Duration (ms)', ({ durationMs }) => durationMs],
  ['Where', ({ context }) => context],
  ['Revision', ({ revision }) => revision],
  ['Content hash', ({ contentHash }) => contentHash],
  ['Verdict (JSON)', ({ verdict }) => JSON.stringify(verdict)],
  ['Answer id', ({ id }) => id],
]
