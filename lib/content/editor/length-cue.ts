import type { DeckFile } from '@/lib/content/schema'
import { chanceOfAtLeast } from './chance'
import { type Habit, warning } from './habit'
import { oneLine, things } from './prose'

type Question = DeckFile['questions'][number]

/** Half as long again, and by at least the length of a few words: seen without reading. */
const CONSPICUOUS = { times: 1.5, letters: 25 }
/** A tenth longer than the next is the smallest difference that a glance over four lines finds. */
const VISIBLE = 1.1
/** Below five questions any pattern is chance. */
const FEWEST = 5
/** A deck written without a thought of length trips one time in fifty. */
const UNLIKELY = 0.02

/**
 * The right option told by its length. Authors qualify what is right and leave what is wrong short; who has noticed
 * scores without knowing. Haladyna, Downing & Rodriguez (2002), guidelines 24 ("keep the length of choices about
 * equal") and 28d (no conspicuous right choice). A single question is named when the difference is glaring; a deck
 * when the longest, or the shortest, is right more often than chance explains.
 */
export const lengthCue: Habit = ({ questions }) => {
  const measured = questions.flatMap((question, at) => {
    const lengths = lengthsOf(question)
    return lengths ? [{ ...lengths, at, id: question.id, of: question.options.length }] : []
  })
  const glaring = measured
    .filter(
      ({ right, longest }) => right > longest * CONSPICUOUS.times && right >= longest + CONSPICUOUS.letters,
    )
    .map(({ at, place }) =>
      warning(
        ['questions', at, 'options', place, 'text'],
        'The right option is far longer than every other, which gives it away. Shorten it, or give the others as much to say.',
      ),
    )
  return [
    ...glaring,
    ...overTheDeck(measured, 'longest', ({ right, longest }) => right >= longest * VISIBLE),
    ...overTheDeck(measured, 'shortest', ({ right, shortest }) => right * VISIBLE <= shortest),
  ]
}

type Measured = NonNullable<ReturnType<typeof lengthsOf>> & { at: number; id: string; of: number }

/** Nothing where several are right or an option is code or a formula: those have the length that they have. */
function lengthsOf({ select, options }: Question) {
  const place = options.findIndex(({ correct }) => correct)
  if (select !== 'one' || place < 0 || options.length < 3) return undefined
  if (options.some(({ text }) => things(text).length > 0)) return undefined
  const lengths = options.map(({ text }) => oneLine(text).length)
  const wrong = lengths.filter((_, at) => at !== place)
  return { place, right: lengths[place] ?? 0, longest: Math.max(...wrong), shortest: Math.min(...wrong) }
}

function overTheDeck(all: readonly Measured[], word: string, told: (one: Measured) => boolean) {
  const hits = all.filter(told)
  const [first] = hits
  if (all.length < FEWEST || !first) return []
  const chances = all.map(({ of }) => 1 / of)
  if (chanceOfAtLeast(hits.length, chances) >= UNLIKELY) return []
  const named = hits.map(({ id }) => id).join(', ')
  const mend =
    word === 'longest' ? 'Shorten right options or say more in wrong ones' : 'Say as much in right ones'
  return [
    warning(
      ['questions', first.at, 'options', first.place, 'text'],
      `In ${hits.length} of ${all.length} questions the right option is the ${word} (${named}): it can be chosen without knowing anything. ${mend}.`,
    ),
  ]
}
