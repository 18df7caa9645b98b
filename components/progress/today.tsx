import { Picture } from '@/components/chart/picture'
import type { DayCounts } from '@/lib/rules/memory/day-counts'
import type { FutureDue } from '@/lib/rules/progress/future'
import { sayTime, several } from '@/lib/rules/progress/say'

/** What was done on the learner's day, and what of it is left. */
export function Today({ counts, future }: { counts: DayCounts; future: FutureDue }) {
  const { attempts = 0, ms = 0, reviews = 0, again = 0, added = 0 } = counts
  const left = future.backlog + future.today
  const done =
    attempts === 0
      ? 'You have not answered anything today.'
      : `You gave ${several(attempts, 'answer')} in ${sayTime(ms)} today.`
  const due = left === 0 ? 'Nothing is due.' : `${several(left, 'item')} ${left === 1 ? 'is' : 'are'} due.`
  const figures = [
    ['Answers', attempts],
    ['Recalled', reviews > 0 ? `${reviews - again} of ${reviews}` : '0'],
    ['New items', added],
    ['Time', sayTime(ms)],
  ]
  return (
    <Picture id="today" heading="Today" says={`${done} ${due}`}>
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
