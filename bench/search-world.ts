import { sql } from 'drizzle-orm'
import { type Db, openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import { facetsOf } from '@/lib/content/search-entry'
import { type ItemKind, LEVELS } from '@/lib/rules/item'

const ITEMS_A_DECK = 50
/** As many different words as a subject has, the first ones in nearly every item. */
const WORDS = 20_000

/** The same numbers in every run. */
function numbers(start: number): () => number {
  let state = start
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A word by its rank, of letters alone: the first is the commonest. */
export function word(rank: number): string {
  const syllables = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ru', 'sa', 'te', 'vi', 'zo']
  let text = ''
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length]
  return text
}

/**
 * Decks of fifty items as seeding leaves them for the search: words as frequent as words are, the nth one time in n
 * (Zipf). Written in few large statements, since seeding them would take minutes.
 */
export async function searchWorld(url: string, decks: number): Promise<Db> {
  await migrate(url)
  const db = await openDatabase(url)
  const next = numbers(7)
  const text = (length: number) =>
    Array.from({ length }, () => word(Math.floor(WORDS ** next()) - 1)).join(' ')
  for (let first = 0; first < decks; first += 50) {
    const some = Array.from({ length: Math.min(50, decks - first) }, (_, at) => {
      const id = `deck-${first + at}`
      const items = Array.from({ length: ITEMS_A_DECK }, (_, place) => {
        const kind: ItemKind = place % 2 ? 'card' : 'question'
        const level = LEVELS[Math.floor(next() * 3)] ?? 'beginner'
        const tag = word(200 + Math.floor(next() * 40))
        const facets = facetsOf(kind, [level], [tag])
        return { id: `${id}/item-${place}`, kind, level, tag, facets, asked: text(15), told: text(40) }
      })
      const facets = facetsOf('deck', LEVELS, [])
      return { id, title: text(4), summary: text(15), facets, items }
    })
    await insert(db, JSON.stringify(some))
  }
  return db
}

async function insert(db: Db, decks: string): Promise<void> {
  const deck = sql`json_each(${decks}) as deck`
  const item = sql`${deck}, json_each(deck.value ->> 'items') as item`
  for (const statement of [
    sql`insert into decks (id, topic, title, summary, language, direction)
      select value ->> 'id', 'topic', value ->> 'title', value ->> 'summary', 'en', 'ltr' from ${deck}`,
    sql`insert into items (id, deck_id, name, kind, position, level, tags, concepts, content_hash, revision)
      select item.value ->> 'id', deck.value ->> 'id', 'item-' || item.key, item.value ->> 'kind', item.key,
        item.value ->> 'level', json_array(item.value ->> 'tag'), '[]', 'v1', 1 from ${item}`,
    sql`insert into search_entries (id, ref, deck_id, kind, title, asked, told, tags, facets, hash)
      select (select coalesce(max(id), 0) from search_entries where id < 1 << 40) + row_number() over (), value ->> 'id', value ->> 'id', 'deck', value ->> 'title', value ->> 'summary', '', '',
        value ->> 'facets', '' from ${deck}`,
    sql`insert into search_entries (id, ref, deck_id, kind, title, asked, told, tags, facets, hash)
      select (select max(coalesce(max(id), 0), 1 << 40) from search_entries) + row_number() over (), item.value ->> 'id', deck.value ->> 'id', item.value ->> 'kind', '', item.value ->> 'asked',
        item.value ->> 'told', item.value ->> 'tag', item.value ->> 'facets', '' from ${item}`,
  ])
    await db.run(statement)
}
