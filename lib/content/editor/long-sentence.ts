import type { Path } from '@/lib/content/findings'
import type { DeckFile } from '@/lib/content/schema'
import { type Habit, warning } from './habit'
import { prose } from './prose'

const WORD = /[\p{L}\p{N}\u{FFFC}][\p{L}\p{N}\u{FFFC}'’-]*/gu

/**
 * Readability, by the length of sentences. Formulas such as Flesch's or LIX are made for samples of a hundred words;
 * over the one or two sentences of an item they jump with every technical term, which is there on purpose. Length is
 * what they share and what an author can mend. The bound in English is the Oxford Guide to Plain English's (15 to 20
 * words on average; above 40 one wearies readers); GOV.UK wants 25. German says in one word what English says in two or
 * three, so 35 there. Other languages divide words otherwise: nothing is said about them.
 * A colon or semicolon ends a sentence here, since it lets a reader rest.
 */
export const longSentence: Habit = (deck, tongue) => {
  if (!tongue) return []
  const segmenter = new Intl.Segmenter(deck.language, { granularity: 'sentence' })
  return texts(deck).flatMap(({ path, text }) => {
    const sentences = prose(text)
      .flatMap((block) => [...segmenter.segment(block)].map(({ segment }) => segment))
      .flatMap((sentence) => sentence.split(/[;:](?=\s)/))
    const most = Math.max(0, ...sentences.map((sentence) => sentence.match(WORD)?.length ?? 0))
    if (most <= tongue.longestSentence) return []
    return [
      warning(
        path,
        `A sentence here has ${most} words: few can hold that many at once. Make it two or three.`,
      ),
    ]
  })
}

function texts({ cards, questions, prompts }: DeckFile): { path: Path; text: string }[] {
  return [
    ...cards.flatMap((card, at) => fields(['cards', at], card, ['front', 'back'])),
    ...questions.flatMap((question, at) => [
      ...fields(['questions', at], question, ['stem', 'explanation']),
      ...question.options.flatMap((option, place) =>
        fields(['questions', at, 'options', place], option, ['text', 'feedback']),
      ),
    ]),
    ...prompts.flatMap((prompt, at) => fields(['prompts', at], prompt, ['task', 'hint', 'model'])),
  ]
}

const fields = <Name extends string>(path: Path, of: Record<Name, string>, names: readonly Name[]) =>
  names.map((name) => ({ path: [...path, name], text: of[name] }))
