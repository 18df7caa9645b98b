import { type Habit, warning } from './habit'

/** A short deck may well stay on one level; at eight items and more somebody is bored or lost. */
const FEWEST = 8

/** A deck of one level only. The filter by level has nothing to do there, and nobody grows from the first item to the last. */
export const levelMix: Habit = ({ cards, questions, prompts }) => {
  const items = [...cards, ...questions, ...prompts]
  const [level, ...more] = new Set(items.map((item) => item.level))
  if (items.length < FEWEST || level === undefined || more.length > 0) return []
  return [
    warning(
      ['title'],
      `All ${items.length} items are "${level}". Begin with easier ones and end with harder ones, and mark them so.`,
    ),
  ]
}
