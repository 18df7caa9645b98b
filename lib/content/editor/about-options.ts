import { type Habit, warning } from './habit'
import { oneLine } from './prose'

/**
 * "All of the above", "None of the above". Who knows that two options are right need not know the third; who knows
 * that one is wrong has ruled out "all"; and "none" shows that a learner knows what is not so, never what is. Haladyna,
 * Downing & Rodriguez (2002), guidelines 25 and 26. Here the options are shuffled in review besides, so that nothing is
 * above.
 */
export const aboutOptions: Habit = ({ questions }, tongue) =>
  questions.flatMap(({ options }, at) =>
    options.flatMap(({ text }, place) => {
      const line = oneLine(text)
      return tongue?.aboutOptions.test(line)
        ? [
            warning(
              ['questions', at, 'options', place, 'text'],
              `"${line}" speaks of the other options, which are shown in any order. Write one that stands by itself, or use "select: several".`,
            ),
          ]
        : []
    }),
  )
