'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { AgainButton } from '@/components/deck/again-button'
import type { QuestionResult } from '@/components/deck/results'
import type { Tongue } from '@/components/deck/use-answer'
import { Sign } from '@/components/ui/sign'
import type { ShownOption } from './question-answer'

/** The verdict on a question: right or not, what the chosen options get wrong or right, and why. */
export function QuestionVerdict({
  result,
  options,
  tongue,
  again,
  quiet = false,
}: {
  result: QuestionResult
  options: readonly ShownOption[]
  tongue: Tongue
  /** Starts another attempt, where there may be one. */
  again?: () => void
  /** Leaves the focus where it is. */
  quiet?: boolean
}) {
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!quiet) words.current?.focus({ preventScroll: true })
  }, [quiet])
  return (
    <div className="unfold">
      <p
        ref={words}
        tabIndex={-1}
        className={`flex items-center gap-2 font-semibold text-lg ${result.correct ? 'text-right-ink' : 'text-wrong-ink'}`}
      >
        <Sign kind={result.correct ? 'right' : 'wrong'} className="size-5" />
        {result.correct ? 'Correct' : 'Incorrect'}
      </p>
      <div {...tongue} className="reading mt-3 grid gap-3">
        {result.feedback.map(({ option, node }) => (
          <Feedback key={option} text={result.chosen.length > 1 && optionText(options, option)}>
            {node}
          </Feedback>
        ))}
        {result.explanation}
      </div>
      {again && (
        <div className="mt-5">
          <AgainButton again={again} />
        </div>
      )}
    </div>
  )
}

const optionText = (options: readonly ShownOption[], id: string) =>
  options.find((option) => option.id === id)?.text

/** Why a chosen option is right or wrong; under the option's own words where several were chosen. */
function Feedback({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <div>
      {text && <div className="font-sans font-semibold text-ink-soft text-sm">{text}</div>}
      {children}
    </div>
  )
}
