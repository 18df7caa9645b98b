import type { DeckFile } from '@/lib/content/schema'
import { languageOf } from '@/lib/rules/explain/language'
import { readWords } from '@/lib/rules/explain/words'
import { type Habit, type Tongue, warning } from './habit'
import { oneLine, things } from './prose'

/** One word in common is the topic; from two on, in one option alone, it is an echo. */
const ECHO = 2
/** A longer answer may well take up every word of its question and still say something. */
const SHORT_ANSWER = 4

/**
 * An answer that what is asked gives away: the right option alone takes up words of the stem ("clang association",
 * Haladyna, Downing & Rodriguez 2002, guideline 28b), or a card's short answer stands in its question already. Words are
 * compared by their stems; small words do not count. Silent in languages whose small words are not known.
 */
export const giveaway: Habit = (deck, tongue) => {
  if (!tongue) return []
  const stems = contentStems(deck.language)
  return [...echoes(deck, stems), ...answered(deck, tongue, stems)]
}

type Stems = (text: string) => Set<string>

function contentStems(tag: string): Stems {
  const language = languageOf(tag)
  return (text) =>
    new Set(
      readWords(text, language)
        .filter(({ content, folded }) => content && folded.length > 2)
        .map(({ stem }) => stem),
    )
}

function echoes({ questions }: DeckFile, stems: Stems) {
  return questions.flatMap(({ select, stem, options }, at) => {
    const right = options.findIndex(({ correct }) => correct)
    if (select !== 'one' || right < 0 || options.length < 3) return []
    const asked = stems(oneLine(stem))
    const shared = options.map(({ text }) => [...stems(oneLine(text))].filter((each) => asked.has(each)))
    const wrong = new Set(shared.filter((_, place) => place !== right).flat())
    const alone = (shared[right] ?? []).filter((each) => !wrong.has(each))
    if (alone.length < ECHO || wrong.size > 0) return []
    const words = readable(oneLine(options[right]?.text ?? ''), alone, stems)
    return [
      warning(
        ['questions', at, 'options', right, 'text'],
        `Only the right option repeats words of the question (${words}), which gives it away. Say it in other words, or let wrong ones repeat them too.`,
      ),
    ]
  })
}

/** The words of the option that have these stems, as written. */
const readable = (text: string, wanted: readonly string[], stems: Stems): string =>
  (text.match(/[\p{L}\p{N}-]+/gu) ?? [])
    .filter((word) => [...stems(word)].some((stem) => wanted.includes(stem)))
    .map((word) => `"${word}"`)
    .join(', ')

function answered({ cards }: DeckFile, tongue: Tongue, stems: Stems) {
  return cards.flatMap(({ front, back }, at) => {
    const question = oneLine(front)
    const answer = stems(oneLine(back))
    // To choose from two things that are named is a question; so is what a piece of code does.
    if (answer.size === 0 || answer.size > SHORT_ANSWER) return []
    if (tongue.or.test(question) || things(back).length > 0) return []
    const asked = stems(question)
    if (![...answer].every((each) => asked.has(each))) return []
    return [
      warning(['cards', at, 'front'], 'The answer stands in the question already. Ask without naming it.'),
    ]
  })
}
