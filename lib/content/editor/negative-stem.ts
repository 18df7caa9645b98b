import { type Habit, type Tongue, warning } from './habit'

/**
 * "Which is not …" without emphasis. The small word is overlooked by those who know the matter, and they then choose
 * what is true. Haladyna, Downing & Rodriguez (2002), guideline 17: word the stem positively; where a negative must be,
 * capitals and bold. Only the clause that asks counts: in "What happens when labels do not arrive" nothing is turned
 * around, and "Why does it not converge" asks for a reason.
 */
export const negativeStem: Habit = ({ questions }, tongue) =>
  questions.flatMap(({ stem }, at) => {
    const word = tongue && unmarkedNegation(stem, tongue)
    if (!word) return []
    return [
      warning(
        ['questions', at, 'stem'],
        `The question turns on "${word}", which is easily overlooked. Ask for what is so, or write **${word.toUpperCase()}**.`,
      ),
    ]
  })

/** Works on the text as written, where emphasis can be seen. */
function unmarkedNegation(stem: string, { asks, clause, negations }: Tongue): string | undefined {
  const plain = stem.replace(/```[\s\S]*?```|`[^`]*`|\$[^$]*\$/g, ' ')
  // The last sentence asks; what stands before it is the scene.
  const sentence =
    plain
      .trim()
      .split(/(?<=[.?!:])\s+|\n\s*\n/)
      .findLast((each) => asks.test(each)) ?? ''
  const from = sentence.slice(sentence.search(asks))
  const [main = ''] = from.split(clause)
  for (const { 0: word, index } of main.matchAll(negations)) {
    const around = `${main.charAt(index - 1)}${main.charAt(index + word.length)}`
    const isLoud = word === word.toUpperCase() || /[*_]/.test(around)
    if (!isLoud) return word
  }
  return undefined
}
