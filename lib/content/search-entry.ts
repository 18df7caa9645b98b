import type { Level } from '@/lib/rules/item'
import type { FoundKind } from '@/lib/rules/search/view'
import { itemId, type LoadedDeck, type LoadedItem } from './deck'
import { canonicalJson, digest } from './hash'
import { isTangled } from './markdown-limits'
import { type PublicItem, publicItem } from './public-item'

/** Raise it when the texts of an unchanged item are to be made anew. */
const RULE = 1

export type SearchTexts = { title: string; asked: string; told: string; tags: string; facets: string }

/** Something to be found. Its texts cost the parsing of Markdown, so they are made when they are asked for. */
export type SearchEntry = {
  ref: string
  deckId: string
  kind: FoundKind
  /** Of all that the texts are made from. */
  hash: string
  texts: () => Promise<SearchTexts>
}

/** A deck and its items as they can be found: what a page shows before any answer, and nothing else. */
export function searchEntries(deck: LoadedDeck): SearchEntry[] {
  const { id, title, summary, items } = deck
  const tags = [...new Set(items.flatMap((item) => item.tags))]
  const levels = [...new Set(items.map(({ level }) => level))]
  return [
    {
      ref: id,
      deckId: id,
      kind: 'deck',
      hash: hashOf({ title, summary, tags, levels }),
      texts: async () => ({
        title: plain(title),
        asked: plain(summary),
        told: '',
        tags: plain(tags.join(' ')),
        facets: facetsOf('deck', levels, tags),
      }),
    },
    ...items.map((item) => itemEntry(id, item)),
  ]
}

function itemEntry(deckId: string, item: LoadedItem): SearchEntry {
  const { name, kind, contentHash, level, tags, body } = item
  const ref = itemId(deckId, name)
  return {
    ref,
    deckId,
    kind,
    hash: hashOf({ contentHash, level, tags }),
    texts: async () => ({
      title: '',
      ...(await itemTexts(publicItem({ id: ref, name, contentHash, level, tags }, body))),
      tags: plain(tags.join(' ')),
      facets: facetsOf(kind, [level], tags),
    }),
  }
}

/** Takes what is public already, so that a key would have to be made public before it could be found. */
async function itemTexts(item: PublicItem): Promise<{ asked: string; told: string }> {
  switch (item.kind) {
    case 'card':
      return { asked: await wordsIn(item.front), told: await wordsIn(item.back) }
    case 'question': {
      const options = await Promise.all(item.options.map(({ text }) => wordsIn(text)))
      return { asked: await wordsIn(item.stem), told: options.join(' · ') }
    }
    case 'prompt':
      return { asked: await wordsIn(item.task), told: '' }
  }
}

const hashOf = (made: object): string => digest(canonicalJson([RULE, made]))

/** Words of the index to filter by, in one column. */
export const facetsOf = (kind: FoundKind, levels: readonly Level[], tags: readonly string[]): string =>
  [
    kindFacet(kind),
    ...levels.flatMap((level) => [levelFacet(level), kindFacet(kind) + levelFacet(level)]),
    ...tags.map(tagFacet),
  ].join(' ')

/** The words that narrow to all that is given: kind and level together are one, since each word costs. */
export const facetsFor = ({
  kind,
  level,
  tag,
}: {
  kind?: FoundKind
  level?: Level
  tag?: string
}): string[] => {
  const both = `${kind ? kindFacet(kind) : ''}${level ? levelFacet(level) : ''}`
  return [...(both ? [both] : []), ...(tag ? [tagFacet(tag)] : [])]
}

// Letters and digits alone, so that each stays one word.
const kindFacet = (kind: FoundKind): string => `kind${kind}`
const levelFacet = (level: Level): string => `level${level}`
const tagFacet = (tag: string): string => `tag${digest(tag.normalize('NFKC').trim().toLowerCase())}`

/** The words of Markdown: code and formulas as they are written, nothing of links' addresses, no HTML. */
async function wordsIn(markdown: string): Promise<string> {
  if (isTangled(markdown)) return plain(markdown)
  // The parser brings all that lays text out, and a start that changes nothing needs none of it.
  const { parseMarkdown } = await import('./markdown')
  const words: string[] = []
  const visit = (node: ReturnType<typeof parseMarkdown>, inLine: boolean): void => {
    if (node.type === 'html') return
    if (node.value !== undefined) words.push(node.value)
    for (const child of node.children ?? []) visit(child, INLINE.has(child.type))
    if (!inLine) words.push(' ')
  }
  visit(parseMarkdown(markdown), false)
  return plain(words.join(''))
}

/** What goes on within a word: everything else ends one. */
const INLINE = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'inlineMath',
])

/** One line without control characters: two of them will mark what was found. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
