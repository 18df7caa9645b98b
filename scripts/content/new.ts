import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFile } from '@/lib/content/check-file'
import { formatFinding, hasErrors } from '@/lib/content/findings'
import { loadDecks } from '@/lib/content/load'
import { type Ask, type Given, gather } from './ask'
import { courseText, deckText } from './new-text'
import { courseWanted, deckWanted, type Shelf } from './wanted'

export type What = 'deck' | 'course'

/**
 * Writes a new deck or course into `folder` from what flags give and `ask` gets, and returns its file and what to do
 * next. A file that is there is never written over; a deck is written only when its check finds nothing wrong.
 */
export async function makeNew(what: What, given: Given, folder: string, ask?: Ask): Promise<string[]> {
  const shelf = await readShelf(folder)
  const wanted = what === 'deck' ? deckWanted(shelf) : courseWanted(shelf)
  const unknown = Object.keys(given).filter((flag) => !wanted.some((one) => one.flag === flag))
  if (unknown.length > 0)
    throw new Error(`A ${what} has no ${unknown.map((flag) => `--${flag}`).join(', ')}.`)
  const known = await gather(wanted, given, ask)
  const { topic = '', id = '' } = known
  const file = join(folder, topic, what === 'deck' ? `${id}.yaml` : 'course.yaml')
  const text = what === 'deck' ? deckText(known) : courseText(known)
  if (what === 'deck') await assertInOrder(text, file, topic)
  await mkdir(join(folder, topic), { recursive: true })
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw new Error(`${file} is there already, and stays as it is.`)
    throw error
  })
  return what === 'deck'
    ? [`Wrote ${file}.`, `Write your items over its examples: npm run dev shows them at /decks/${id}.`]
    : [`Wrote ${file}.`, `npm run dev shows it at /courses/${topic}.`]
}

async function readShelf(folder: string): Promise<Shelf> {
  await mkdir(folder, { recursive: true })
  const { written } = await loadDecks(folder, { texts: false })
  const shelf = new Map<string, string[]>()
  for (const { topic, deck } of written) shelf.set(topic, [...(shelf.get(topic) ?? []), deck.id])
  return shelf
}

async function assertInOrder(text: string, file: string, topic: string): Promise<void> {
  const at = { name: file, folder: '', topic, texts: true }
  const { findings } = await checkFile(new TextEncoder().encode(text), at)
  if (hasErrors(findings)) throw new Error(findings.map(formatFinding).join('\n'))
}
