import type { Path } from '@/lib/content/findings'
import { languageOf } from '@/lib/rules/explain/language'
import { type Habit, remembered, type Tongue, tongueOf, warning } from './habit'
import { oneLine, things } from './prose'

/** An item as it asks. Equal keys are the same question to a reader. */
export type Asked = { id: string; path: Path; key: string }

/** A stem below so many words points at its options ("Which is true?"): what is right under it is what is asked. */
const SHORT_STEM = 5

/** What each item asks, without what makes no difference: case, marks, articles, endings, ways to ask for a definition. */
export const askedOf = remembered((deck): Asked[] => {
  const tongue = tongueOf(deck.language)
  const { stem } = languageOf(deck.language)
  const key = (text: string, pictures: readonly { file: string }[], more = ''): string => {
    const line = oneLine(text)
      .toLowerCase()
      .replace(/[?？؟.!…:]+$/, '')
      .trim()
    const words = (defined(line, tongue).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !ARTICLES.has(word))
    return [
      words.map((word) => stem(SINGULAR[word] ?? word)).join(' '),
      ...things(text),
      ...pictures.map(({ file }) => file),
      more,
    ].join('\n')
  }
  return [
    ...deck.cards.map((card, at) => ({
      id: card.id,
      path: ['cards', at, 'front'],
      key: key(card.front, card.pictures),
    })),
    ...deck.questions.map((question, at) => {
      const stem = oneLine(question.stem)
      const isPointing = stem.split(' ').length < SHORT_STEM || (tongue?.pointing.test(stem) ?? true)
      const right = question.options.filter(({ correct }) => correct).map(({ text }) => text)
      const more = isPointing ? right.join('\n') : ''
      return {
        id: question.id,
        path: ['questions', at, 'stem'],
        key: key(question.stem, question.pictures, more),
      }
    }),
    ...deck.prompts.map((prompt, at) => ({
      id: prompt.id,
      path: ['prompts', at, 'task'],
      key: key(prompt.task, prompt.pictures),
    })),
  ].filter((asked) => asked.key.trim() !== '')
})

const ARTICLES = new Set('a an the der die das den dem ein eine einen einem einer'.split(' '))

/** Verbs whose endings a stemmer leaves: what is asked of one is asked of many. */
const SINGULAR: Record<string, string> = { do: 'does', are: 'is', have: 'has', sind: 'ist', haben: 'hat' }

function defined(line: string, tongue: Tongue | undefined): string {
  for (const ask of tongue?.definitions ?? []) {
    const what = line.match(ask)?.[1]
    if (what) return `what is ${what}`
  }
  return line
}

/**
 * Two items of a deck that ask the same: the second is an answer to the first, and a memory of one is moved by the
 * other. (Wozniak asks for redundancy, but from another side: in other words, or in the other direction.) Whether two
 * *differently* worded items ask the same is not for a program to say.
 */
export const sameQuestion: Habit = (deck) => {
  const first = new Map<string, Asked>()
  return askedOf(deck).flatMap((asked) => {
    const other = first.get(asked.key)
    if (other)
      return [warning(asked.path, `"${other.id}" asks the same. Ask from another side, or remove one.`)]
    first.set(asked.key, asked)
    return []
  })
}
