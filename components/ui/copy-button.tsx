'use client'

import { useState } from 'react'
import { type ButtonLook, buttonClasses } from './button-classes'

/** Copies `text` and says that it did; where the browser forbids it, says so instead of pretending. */
export function CopyButton({
  text,
  label = 'Copy',
  variant = 'quiet',
}: {
  text: string
  label?: string
  variant?: ButtonLook['variant']
}) {
  const [said, setSaid] = useState<string>()
  return (
    <span className="needs-script inline-flex items-center gap-2">
      <button
        type="button"
        className={buttonClasses({ variant })}
        onClick={async () => {
          const copied = await navigator.clipboard?.writeText(text).then(
            () => true,
            () => false,
          )
          setSaid(copied ? 'Copied' : 'Copying is blocked here: select the text instead')
          if (copied) setTimeout(() => setSaid(undefined), 3000)
        }}
      >
        {label}
      </button>
      <span role="status" className="text-ink-soft text-sm">
        {said}
      </span>
    </span>
  )
}
