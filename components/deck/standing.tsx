'use client'

import type { ItemStanding } from '@/db/types'
import { useMine } from '@/lib/browser/mine'
import { GRADE_WORDS } from '@/lib/rules/answer'
import { sayAgo } from '@/lib/rules/dates'
import type { ItemKind } from '@/lib/rules/item'

/** Where the learner stands on one item, in a few quiet words. Empty until that is known, or when it is nothing. */
export function Standing({ name, kind, total = 0 }: { name: string; kind: ItemKind; total?: number }) {
  const standing = useMine().items[name]
  return <span className="text-ink-faint text-sm">{standing && wordsOf(standing, kind, total)}</span>
}

function wordsOf(standing: ItemStanding, kind: ItemKind, total: number): string {
  // An edit may have dropped concepts that an earlier answer covered.
  if (kind === 'prompt') return `Best: ${Math.min(standing.conceptsBest, total)} of ${total} concepts`
  if (kind === 'question')
    return standing.rightFirst
      ? 'Right first time'
      : standing.rightEver
        ? 'Right on a later try'
        : 'Not right yet'
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const day = sayAgo(standing.lastAt, zone, Date.now())
  return `Last: ${standing.lastGrade ? GRADE_WORDS[standing.lastGrade] : ''}, ${day}`
}
