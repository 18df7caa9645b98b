'use client'

import { gradeWords } from '@/components/card/grades'
import type { ItemStanding } from '@/db/types'
import { useMine } from '@/lib/browser/mine'
import type { ItemKind } from '@/lib/rules/item'
import { dayWords } from './day-words'

/** Where the learner stands on one item, in a few quiet words. Empty until that is known, or when it is nothing. */
export function Standing({ name, kind, total = 0 }: { name: string; kind: ItemKind; total?: number }) {
  const standing = useMine().items[name]
  return <span className="text-ink-faint text-sm">{standing && wordsOf(standing, kind, total)}</span>
}

function wordsOf(standing: ItemStanding, kind: ItemKind, total: number): string {
  if (kind === 'prompt') return `Best: ${standing.conceptsBest} of ${total} concepts`
  if (kind === 'question')
    return standing.rightFirst
      ? 'Right first time'
      : standing.rightEver
        ? 'Right on a later try'
        : 'Not right yet'
  const day = dayWords(standing.lastAt, Date.now())
  return `Last: ${standing.lastGrade ? gradeWords[standing.lastGrade] : ''}, ${day}`
}
