import { type Habit, type Tongue, warning } from './habit'
import { prose, THING } from './prose'

/**
 * A card with two questions in one. Whoever remembers one half can neither say "good" nor "again", and the half that is
 * hard drags the easy one along at its intervals. Wozniak, "Twenty rules of formulating knowledge" (1999), rule 4, the
 * minimum information principle.
 */
export const twoInOne: Habit = ({ cards }, tongue) =>
  cards.flatMap(({ front }, at) => {
    const line = withoutQuotes(prose(front).join(' '))
    const marks = line.match(/[?？؟](?=\s|$)/g)?.length ?? 0
    if (marks < 2 && !asksTwice(line, tongue)) return []
    return [
      warning(
        ['cards', at, 'front'],
        'This card asks two things, and somebody may know just one of them. Make it two cards.',
      ),
    ]
  })

const asksTwice = (line: string, tongue: Tongue | undefined): boolean =>
  tongue?.second.test(line) === true && !tongue.pairing.test(line)

const withoutQuotes = (line: string): string => line.replace(/"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/g, THING)
