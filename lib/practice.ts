import type { Practice } from '@/db/queries/practice'
import { LEVELS } from './rules/item'

/** What `?of=` says: `mistakes`, `bookmarks`, `due-soon`, `deck:<id>`, `level:<level>`, `tag:<tag>`; nothing for anything else. */
export function toPractice(text: string): Practice | undefined {
  const [of, ...rest] = text.slice(0, 100).split(':')
  const which = rest.join(':')
  if ((of === 'mistakes' || of === 'due-soon' || of === 'bookmarks') && rest.length === 0) return { of }
  if (of === 'deck' && which) return { of, deckId: which }
  if (of === 'tag' && which) return { of, tag: which }
  const level = LEVELS.find((each) => each === which)
  return of === 'level' && level ? { of, level } : undefined
}
