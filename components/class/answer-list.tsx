import Link from 'next/link'
import { Sign } from '@/components/ui/sign'
import { routes } from '@/lib/routes'
import type { Verdict } from '@/lib/rules/answer'
import { sayMoment } from '@/lib/rules/dates'
import type { ItemKind } from '@/lib/rules/item'

type Given = {
  id: string
  deckId: string
  name: string
  kind: ItemKind
  asked: string
  words: string
  answeredAt: number
  verdict: Verdict
}

/** Answers as they were given, newest first, each with what it earned. */
export function AnswerList({
  answers,
  timeZone,
  now,
}: {
  answers: readonly Given[]
  timeZone: string
  now: number
}) {
  return (
    <ol className="border-rule border-t">
      {answers.map(({ id, deckId, name, asked, words, answeredAt, kind, verdict }) => (
        <li key={id} className="border-rule border-b py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-6 text-sm">
            <Link
              href={routes.item(deckId, name)}
              className="min-w-0 break-words text-ink-soft hover:text-accent"
            >
              {asked}
            </Link>
            <time
              dateTime={new Date(answeredAt).toISOString()}
              className="shrink-0 text-ink-soft tabular-nums"
            >
              {sayMoment(answeredAt, timeZone, now)}
            </time>
          </p>
          <p className="mt-1 whitespace-pre-wrap break-words">{words}</p>
          <Earned kind={kind} verdict={verdict} />
        </li>
      ))}
    </ol>
  )
}

function Earned({ kind, verdict }: { kind: ItemKind; verdict: Verdict }) {
  // A card's grade is its own verdict.
  if (kind === 'card') return null
  const words =
    kind === 'prompt'
      ? `${verdict.covered?.length ?? 0} of ${verdict.total ?? 0} concepts`
      : verdict.mark === 1
        ? 'Correct'
        : 'Incorrect'
  const right = verdict.mark === 1
  return (
    <p
      className={`mt-1 flex items-center gap-1.5 text-sm ${right ? 'text-right-ink' : kind === 'question' ? 'text-wrong-ink' : 'text-ink-soft'}`}
    >
      {(right || kind === 'question') && <Sign kind={right ? 'right' : 'wrong'} />}
      {words}
    </p>
  )
}
