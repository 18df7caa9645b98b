'use client'

import type { PromptResult } from '@/components/deck/results'
import type { Tongue } from '@/components/deck/use-answer'

/** The learner's own words, those that earned a concept marked and numbered like the concepts below. */
export function Passages({
  passages,
  order,
  tongue,
}: {
  passages: PromptResult['passages']
  order: readonly string[]
  tongue: Tongue
}) {
  let at = 0
  const placed = passages.map((passage) => {
    const start = at
    at += passage.text.length
    return { ...passage, start }
  })
  return (
    <div>
      <p className="font-semibold text-ink-soft text-sm">In your words</p>
      <blockquote {...tongue} className="reading mt-1 whitespace-pre-wrap border-rule border-s-2 ps-4">
        {placed.map(({ text, concepts, start }) =>
          concepts.length === 0 ? (
            <span key={start}>{text}</span>
          ) : (
            <mark key={start} className="rounded-sm bg-right-wash box-decoration-clone px-0.5 text-ink">
              <span className="underline decoration-2 decoration-right-ink underline-offset-4">{text}</span>
              <sup className="ms-0.5 font-sans text-right-ink">
                <span className="sr-only"> (concept </span>
                {concepts.map((concept) => order.indexOf(concept) + 1).join(', ')}
                <span className="sr-only">)</span>
              </sup>
            </mark>
          ),
        )}
      </blockquote>
    </div>
  )
}
