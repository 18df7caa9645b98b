import type { Change, Fate } from '@/lib/content/diff'

/** What each fate is called, and what it means to whoever has learned the item. */
const WORDS: Record<Fate, [title: string, meaning: string]> = {
  new: ['New', 'Nobody has met them; they wait among the new ones.'],
  returned: ['Back again', 'Retired until now: their answers count again.'],
  meaning: [
    'Changed in meaning',
    'The revision was raised: whoever has learned them is asked again, and told that the author changed them.',
  ],
  words: ['Changed in words only', 'Learners see the new words; memories go on as they were.'],
  details: ['Changed in level, tags or concepts', 'What is asked stays the same.'],
  retired: ['Retired', 'Asked no more: answers are kept and no longer count, until the id comes back.'],
  refused: ['Refused', 'These cannot be seeded. Mend them before anything is merged.'],
}

export type Touched = Change & { learners?: number }

/** The report as lines; `against` names what was compared with. */
export function diffLines(changes: readonly Touched[], against: string): string[] {
  if (changes.length === 0) return [`Nothing changes for learners, compared with ${against}.`]
  const groups = (Object.keys(WORDS) as Fate[]).flatMap((fate) => {
    const list = changes.filter((change) => change.fate === fate)
    if (list.length === 0) return []
    const [title, meaning] = WORDS[fate]
    return ['', `${title} (${list.length}). ${meaning}`, ...list.flatMap(itemLines)]
  })
  return [`Compared with ${against}:`, ...groups]
}

function itemLines({ id, kind, learners, note }: Touched): string[] {
  const memories =
    learners === undefined
      ? ''
      : `, ${learners} ${learners === 1 ? 'learner has' : 'learners have'} a memory of it`
  return [`  ${id} (${kind}${memories})`, ...(note ? [`    ${note}`] : [])]
}
