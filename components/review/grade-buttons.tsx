'use client'

import { gradeClasses } from '@/components/card/grades'
import { GRADE_WORDS, GRADES, type Grade } from '@/lib/rules/answer'
import type { Rating } from '@/lib/rules/memory/memory'
import { shortInterval } from '@/lib/rules/review/interval'
import { KeyHint } from './answer-bar'

const TWO: readonly Grade[] = ['forgot', 'good']

type Props = {
  /** Minutes until the item would be asked again, by rating; absent where an answer moves nothing. */
  minutes: Record<Rating, number> | undefined
  twoButtons: boolean
  keys: boolean
  grade: (grade: Grade) => void
}

/** How well a card was recalled, each grade with the interval that it would give. */
export function GradeButtons({ minutes, twoButtons, keys, grade }: Props) {
  const grades = twoButtons ? TWO : GRADES
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-ink-faint text-sm max-sm:sr-only">How well did you recall it?</legend>
      <div className={`grid gap-2 ${twoButtons ? 'grid-cols-2 sm:max-w-sm' : 'grid-cols-4 sm:max-w-xl'}`}>
        {grades.map((each, index) => (
          <button
            key={each}
            type="button"
            onClick={() => grade(each)}
            className={`${gradeClasses} flex min-h-14 flex-col items-center justify-center gap-x-2 leading-tight sm:min-h-12 sm:flex-row`}
          >
            <span>
              {GRADE_WORDS[each]}
              {minutes && <span className="sr-only sm:not-sr-only"> ·</span>}
            </span>
            {minutes && (
              <span className="font-normal text-ink-soft text-sm tabular-nums">
                {shortInterval(minutes[each === 'forgot' ? 'again' : each])}
              </span>
            )}
            <KeyHint show={keys}>{String(index + 1)}</KeyHint>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
