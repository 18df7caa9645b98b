'use client'

import type { Certainty } from '@/lib/rules/answer'

const WORDS: [Certainty, string][] = [
  ['sure', 'Sure'],
  ['think', 'Think so'],
  ['guess', 'Guess'],
]

/** How sure one is, before an answer is marked. Nobody has to say; pressed again it is unsaid. */
export function HowSure({
  certainty,
  choose,
}: {
  certainty: Certainty | undefined
  choose: (certainty: Certainty | undefined) => void
}) {
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-1">
      <legend className="float-start me-2 flex min-h-11 items-center text-ink-faint text-sm">
        How sure are you?
      </legend>
      {WORDS.map(([each, word]) => (
        <button
          key={each}
          type="button"
          aria-pressed={certainty === each}
          onClick={() => choose(certainty === each ? undefined : each)}
          className="min-h-11 rounded-md px-2.5 text-ink-soft text-sm hover:text-accent aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-accent"
        >
          {word}
        </button>
      ))}
    </fieldset>
  )
}
