import { chanceOfAtLeast } from './chance'
import { type Habit, warning } from './habit'

/** With fewer questions than this any pattern is chance. */
const FEWEST = 5
/** That any one place gets so many by chance: a deck ordered by dice trips one time in twenty. */
const UNLIKELY = 0.05

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']

/**
 * The right option told by its place over the deck. The deck's page shows options in the order of the file. Haladyna,
 * Downing & Rodriguez (2002), guideline 20: vary the place of the right answer; writers hide it in the middle (Attali &
 * Bar-Hillel, "Guess where", 2003).
 */
export const placeCue: Habit = ({ questions }) => {
  const placed = questions
    .map(({ id, select, options }, at) => ({
      id,
      at,
      counts: select === 'one' && options.length > 2,
      of: options.length,
      place: options.findIndex(({ correct }) => correct),
    }))
    .filter(({ counts, place }) => counts && place >= 0)
  if (placed.length < FEWEST) return []
  return PLACES.flatMap((word, place) => {
    const here = placed.filter((one) => one.place === place)
    const [first] = here
    const able = placed.filter(({ of }) => of > place)
    const most = Math.max(...placed.map(({ of }) => of))
    const chance = chanceOfAtLeast(
      here.length,
      able.map(({ of }) => 1 / of),
    )
    if (!first || chance * most >= UNLIKELY) return []
    const named = here.map(({ id }) => id).join(', ')
    return [
      warning(
        ['questions', first.at, 'options'],
        `In ${here.length} of ${placed.length} questions the right option stands ${word} (${named}): its place gives it away. Move some.`,
      ),
    ]
  })
}
