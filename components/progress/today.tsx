import { Picture } from '@/components/chart/picture'
import type { DayCounts } from '@/lib/rules/memory/day-counts'
import type { DueToday } from '@/lib/rules/progress/due-today'
import { sayTime, several } from '@/lib/rules/progress/say'

type Props = {
  counts: DayCounts
  due: DueToday
  /** Whether one deck is looked at: the limit holds for all of them together. */
  oneDeck: boolean
}

/** What was done on the learner's day, and what of it is left for today; never the whole of what waits as one number. */
export function Today({ counts, due, oneDeck }: Props) {
  const { attempts = 0, ms = 0, reviews = 0, again = 0, added = 0 } = counts
  const done =
    attempts === 0
      ? 'You have not answered anything today.'
      : `You gave ${several(attempts, 'answer')} in ${sayTime(ms)} today.`
  const figures = [
    ['Answers', attempts],
    ['Recalled', reviews > 0 ? `${reviews - again} of ${reviews}` : '0'],
    ['New items', added],
    ['Time', sayTime(ms)],
  ]
  return (
    <Picture id="today" heading="Today" says={`${done} ${sayDue(due, oneDeck)}`}>
      {attempts > 0 && (
        <dl className="mt-4 grid max-w-page grid-cols-2 gap-x-8 gap-y-3 sm:grid-cols-4">
          {figures.map(([name, figure]) => (
            <div key={name} className="border-rule border-t pt-2">
              <dt className="text-ink-faint text-sm">{name}</dt>
              <dd className="font-semibold text-lg tabular-nums">{figure}</dd>
            </div>
          ))}
        </dl>
      )}
    </Picture>
  )
}

function sayDue({ today, later }: DueToday, oneDeck: boolean): string {
  if (later === 0)
    return today === 0 ? 'Nothing is due.' : `${several(today, 'item')} ${today === 1 ? 'is' : 'are'} due.`
  const more = `${later.toLocaleString('en')} more ${later === 1 ? 'waits and comes on another day' : 'wait and come a few each day'}`
  if (today === 0) return `That is all for today; ${more}.`
  return `${oneDeck ? 'Up to ' : ''}${several(today, 'item')} today; ${more}.`
}
