'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Markdown } from '@/components/ui/markdown'
import type { Grade } from '@/lib/rules/answer'
import type { ReviewItem } from '@/lib/rules/review/wire'
import { AnswerBar, KeyHint } from './answer-bar'
import { GradeButtons } from './grade-buttons'
import { Asked, tongueOf } from './reading'

type Card = ReviewItem & { kind: 'card' }

type Props = {
  item: Card
  shown: boolean
  /** Practice moves no schedule, so its buttons tell no intervals. */
  practice: boolean
  twoButtons: boolean
  keys: boolean
  show: () => void
  grade: (grade: Grade) => void
  /** A note of the learner's own, being read or written. */
  aside: ReactNode
}

/** A card before the learner: its front; once shown also its back, and the grades. */
export function CardTurn({ item, shown, practice, twoButtons, keys, show, grade, aside }: Props) {
  const back = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (shown) back.current?.focus({ preventScroll: true })
  }, [shown])
  return (
    <>
      <Asked item={item} text={item.front} />
      {shown && (
        <div className="unfold mt-6 border-rule border-t pt-6 pb-6 last:pb-0">
          <div ref={back} tabIndex={-1} {...tongueOf(item)} className="reading max-w-measure">
            <Markdown tree={item.back} />
          </div>
        </div>
      )}
      {aside && <div className="pb-6">{aside}</div>}
      <AnswerBar>
        {shown ? (
          <GradeButtons
            minutes={practice ? undefined : item.minutes}
            twoButtons={twoButtons}
            keys={keys}
            grade={grade}
          />
        ) : (
          <button type="button" onClick={show} className={`${buttonClasses()} w-full sm:w-auto`}>
            Show answer
            <KeyHint show={keys}>Space</KeyHint>
          </button>
        )}
      </AnswerBar>
    </>
  )
}
