'use client'

import type { ReactNode } from 'react'

/** Where the thumb is: it stays at the bottom of a phone's screen, and under the item on a larger one. */
export function AnswerBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-30 -mx-5 mt-auto border-rule border-t bg-paper px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:static sm:mx-0 sm:mt-8 sm:border-t-0 sm:px-0 sm:pt-0">
      {children}
    </div>
  )
}

/** The key that does the same, once keys are used. It is no part of a button's name. */
export function KeyHint({ show, children }: { show: boolean; children: string }) {
  if (!show) return null
  return (
    <span
      aria-hidden="true"
      className="hidden rounded-sm border border-current px-1 font-normal font-sans text-sm leading-tight opacity-80 sm:inline"
    >
      {children}
    </span>
  )
}
