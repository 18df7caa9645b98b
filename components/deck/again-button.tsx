'use client'

import { buttonClasses } from '@/components/ui/button-classes'

/** Starts a new attempt. Without scripts it is a form that loads the page anew, because only that clears a verdict. */
export function AgainButton({ again }: { again: () => void }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        again()
      }}
    >
      <button type="submit" className={buttonClasses({ variant: 'quiet' })}>
        Try again
      </button>
    </form>
  )
}
