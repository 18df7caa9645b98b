import type { Path } from '@/lib/content/findings'
import { type Parsed, parseMarkdown } from '@/lib/content/markdown'
import { isTangled } from '@/lib/content/markdown-limits'
import { suggestion } from '@/lib/content/nearest'
import type { DeckFile } from '@/lib/content/schema'
import type { Complaint } from '@/lib/content/schema-findings'
import { remembered, warning } from './habit'

export type Link = { path: Path; url: string }

/** What links may lead to: names of items by deck, ids of courses, and pictures as `<topic>/<file>`. */
export type Library = {
  decks: ReadonlyMap<string, ReadonlySet<string>>
  courses: ReadonlySet<string>
  pictures: ReadonlySet<string>
}

/** Pages of the product besides decks and courses that a deck has reason to link to. */
const PAGES = new Set([
  '/',
  '/decks',
  '/courses',
  '/search',
  '/review',
  '/progress',
  '/classes',
  '/account',
  '/privacy',
])
/** Stands for wherever the product runs, so that addresses are resolved as a browser does on the deck's page. */
const HERE = 'https://content.invalid'

/** Every link of a deck's texts, where it stands. */
export const linksOf = remembered((deck): Link[] => {
  const read = (text: string, path: Path): Link[] =>
    isTangled(text) ? [] : urls(parseMarkdown(text)).map((url) => ({ path, url }))
  const inside = (of: object, path: Path, names: readonly string[]): Link[] =>
    Object.entries(of).flatMap(([name, text]) =>
      names.includes(name) && typeof text === 'string' ? read(text, [...path, name]) : [],
    )
  return [
    ...deck.cards.flatMap((card, at) => inside(card, ['cards', at], ['front', 'back'])),
    ...deck.questions.flatMap((question, at) => [
      ...inside(question, ['questions', at], ['stem', 'explanation']),
      ...question.options.flatMap((option, place) =>
        inside(option, ['questions', at, 'options', place], ['text', 'feedback']),
      ),
    ]),
    ...deck.prompts.flatMap((prompt, at) => inside(prompt, ['prompts', at], ['task', 'hint', 'model'])),
  ]
})

const urls = (node: Parsed): string[] => [
  ...(node.type === 'link' || node.type === 'definition' ? [node.url ?? ''] : []),
  ...(node.children ?? []).flatMap(urls),
]

/** Links of a deck that stay within the content and lead nowhere there. */
export function deadLinks(deck: DeckFile, library: Library): Complaint[] {
  return linksOf(deck).flatMap(({ path, url }) => {
    const reason = deadEnd(url, deck.id, library)
    return reason ? [warning(path, reason)] : []
  })
}

function deadEnd(url: string, deckId: string, { decks, courses, pictures }: Library): string | undefined {
  const page = `${HERE}/decks/${deckId}`
  if (!URL.canParse(url, page)) return `"${url}" is no address. Mend it.`
  const target = new URL(url, page)
  if (target.origin !== HERE) return undefined
  const [, room = '', name = '', ...more] = decoded(target.pathname).split('/')
  if (room === 'decks' && name && more.length === 0) {
    const items = decks.get(name)
    if (!items) return `There is no deck "${name}".${suggestion(name, [...decks.keys()], 'Decks')}`
    const anchor = decoded(target.hash.slice(1))
    if (!anchor || anchor.startsWith('_') || items.has(anchor)) return undefined
    return `The deck "${name}" has no item "${anchor}".${suggestion(anchor, [...items], 'Items')}`
  }
  if (room === 'courses' && name && more.length === 0)
    return courses.has(name)
      ? undefined
      : `There is no course "${name}".${suggestion(name, [...courses], 'Courses') || ' Mend the address.'}`
  if (room === 'content') {
    const picture = [name, ...more].join('/')
    return pictures.has(picture) ? undefined : `No item shows a picture "${picture}". Mend the address.`
  }
  return PAGES.has(target.pathname)
    ? undefined
    : `"${url}" leads to no page: a deck is at /decks/<id>, an item at /decks/<id>#<item>. Mend the address.`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
