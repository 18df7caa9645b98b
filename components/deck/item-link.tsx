'use client'

import { useState } from 'react'

/** An item's own address: a link as any other, and a press also copies it where the browser allows. */
export function ItemLink({ name, label }: { name: string; label: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <a
      href={`#${name}`}
      onClick={(event) =>
        navigator.clipboard?.writeText(event.currentTarget.href).then(
          () => {
            setCopied(true)
            setTimeout(() => setCopied(false), 2500)
          },
          () => undefined,
        )
      }
      className="-my-2.5 inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 text-ink-faint text-sm hover:text-accent print:hidden"
    >
      <span className="sr-only">{label}</span>
      <span role="status">{copied && 'Link copied'}</span>
      <svg
        viewBox="0 0 16 16"
        width="15"
        height="15"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M6.5 9.5a3 3 0 0 0 4.3 0l2.3-2.3a3 3 0 0 0-4.3-4.3l-1 1M9.5 6.5a3 3 0 0 0-4.3 0L2.9 8.8a3 3 0 0 0 4.3 4.3l1-1" />
      </svg>
    </a>
  )
}
