'use client'

import { useEffect, useRef } from 'react'
import type { PromptResult } from '@/components/deck/results'
import type { Tongue } from '@/components/deck/use-answer'
import { buttonClasses } from '@/components/ui/button-classes'
import { Sign } from '@/components/ui/sign'
import { Passages } from './passages'

/** What an explanation covered, by whose own words; a hint for each idea it missed; the model answer on request. */
export function PromptVerdict({
  result,
  tongue,
  modelOpened,
  quiet = false,
}: {
  result: PromptResult
  tongue: Tongue
  modelOpened: () => void
  /** Leaves the focus where it is. */
  quiet?: boolean
}) {
  const { covered, total, missed, passages, model } = result
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!quiet) words.current?.focus({ preventScroll: true })
  }, [quiet])
  return (
    <div className="unfold grid grid-cols-1 gap-5">
      <p ref={words} tabIndex={-1} className="font-semibold text-lg tabular-nums">
        You got {covered.length}/{total} concepts
      </p>
      {covered.length > 0 && (
        <Passages tongue={tongue} passages={passages} order={covered.map((concept) => concept.id)} />
      )}
      <ul className="grid gap-2.5">
        {covered.map((concept, index) => (
          <li key={concept.id} className="flex items-start gap-2.5">
            <Sign kind="right" className="mt-[0.35em] text-right-ink" />
            <span>
              <strong className="font-semibold text-right-ink">Covered: </strong>
              <span {...tongue}>{concept.name}</span>
              <sup aria-hidden="true" className="ms-1 text-right-ink">
                {index + 1}
              </sup>
            </span>
          </li>
        ))}
        {missed.map((concept) => (
          <li key={concept.id} className="flex items-start gap-2.5">
            <Sign kind="info" className="mt-[0.35em] text-info-ink" />
            <span>
              <strong className="font-semibold text-info-ink">Not yet: </strong>
              <span {...tongue}>{concept.hint}</span>
            </span>
          </li>
        ))}
      </ul>
      <details className="group" onToggle={(event) => event.currentTarget.open && modelOpened()}>
        <summary
          className={`${buttonClasses({ variant: 'quiet' })} list-none group-open:hidden [&::-webkit-details-marker]:hidden`}
        >
          Show the model answer
        </summary>
        <div className="unfold border-accent border-s-2 ps-4">
          <p className="font-semibold text-ink-soft text-sm">Model answer</p>
          <div {...tongue} className="reading mt-1">
            {model}
          </div>
        </div>
      </details>
    </div>
  )
}
