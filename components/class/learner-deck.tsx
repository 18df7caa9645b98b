import Link from 'next/link'
import { Table, TableCell, TableHead, TableRowHead } from '@/components/ui/table'
import { routes } from '@/lib/routes'
import type { Answer } from '@/lib/rules/answer'
import { GRADE_WORDS } from '@/lib/rules/answer'
import { counted } from '@/lib/rules/counted'
import { sayAgo } from '@/lib/rules/dates'
import type { ItemKind } from '@/lib/rules/item'

type Item = {
  id: string
  name: string
  kind: ItemKind
  asked: string
  concepts?: number
  done?: {
    attempts: number
    firstMark: number
    lastMark: number
    lastAnswer: Answer
    conceptsBest: number
    lastAt: number
  }
}

const KINDS: Record<ItemKind, string> = { card: 'Recall', question: 'Quiz', prompt: 'Explain' }

/** Where a learner stands on each item of a deck. */
export function LearnerDeck({
  deck,
  items,
  timeZone,
  now,
}: {
  deck: { id: string; title: string }
  items: readonly Item[]
  timeZone: string
  now: number
}) {
  const inOrder = (['card', 'question', 'prompt'] as const).flatMap((kind) =>
    items.filter((item) => item.kind === kind),
  )
  return (
    <Table caption={`Items of ${deck.title}`} tall>
      <thead>
        <tr>
          <TableHead first>Item</TableHead>
          <TableHead>Now</TableHead>
          <TableHead numeric className="max-sm:hidden">
            Attempts
          </TableHead>
          <TableHead numeric className="max-sm:hidden">
            Last
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {inOrder.map((item) => {
          const ago = item.done && sayAgo(item.done.lastAt, timeZone, now)
          return (
            <tr key={item.id}>
              <TableRowHead className="min-w-0 break-words font-normal">
                <Link href={routes.item(deck.id, item.name)} className="hover:text-accent">
                  {item.asked}
                </Link>
                <span className="block text-ink-soft text-sm">{KINDS[item.kind]}</span>
              </TableRowHead>
              <TableCell className={item.done ? '' : 'text-ink-soft'}>
                {standing(item)}
                {/* A phone has no room for two more columns. */}
                {item.done && (
                  <span className="block text-ink-soft text-sm sm:hidden">
                    {counted(item.done.attempts, 'attempt')}, {ago}
                  </span>
                )}
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                {item.done?.attempts ?? 0}
              </TableCell>
              <TableCell numeric className="text-ink-soft max-sm:hidden">
                {ago}
              </TableCell>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

function standing({ done, concepts, kind }: Item): string {
  if (!done) return 'Not answered'
  if (done.lastAnswer.kind === 'card') return GRADE_WORDS[done.lastAnswer.grade]
  if (kind === 'prompt')
    return `${Math.min(done.conceptsBest, concepts ?? 0)} of ${concepts} concepts at best`
  if (done.firstMark === 1) return done.lastMark === 1 ? 'Right at first' : 'Right at first, wrong since'
  return done.lastMark === 1 ? 'Right, not at first' : 'Wrong'
}
