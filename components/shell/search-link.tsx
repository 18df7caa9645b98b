'use client'

import Link from 'next/link'
import { type ReactNode, useEffect } from 'react'
import { useMine } from '@/lib/browser/mine'
import { SEARCH_FIELD_ID, SEARCH_LINK_ID } from '@/lib/browser/search-field'
import { routes } from '@/lib/routes'

/** What takes letters: there `/` is one. */
const TYPING = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])'

/** The way to the search, and the key `/` that leads to its field from every page, unless somebody wants no such keys. */
export function SearchLink({ children }: { children: ReactNode }) {
  const wanted = useMine().learner?.shortcuts !== false
  useEffect(() => {
    if (!wanted) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      event.preventDefault()
      const field = document.getElementById(SEARCH_FIELD_ID)
      if (field) field.focus()
      else document.getElementById(SEARCH_LINK_ID)?.click()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [wanted])
  return (
    <Link
      id={SEARCH_LINK_ID}
      href={routes.search()}
      prefetch={false}
      aria-keyshortcuts="/"
      className="flex min-h-11 min-w-11 items-center justify-center px-2 font-medium hover:text-accent"
    >
      {children}
    </Link>
  )
}
