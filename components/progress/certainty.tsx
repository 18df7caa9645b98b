import Link from 'next/link'
import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import { Shares } from '@/components/chart/shares'
import { routes } from '@/lib/routes'
import { sayAgo } from '@/lib/rules/dates'
import type { DayCounts } from '@/lib/rules/memory/day-counts'
import { CERTAINTY_WORDS, certaintyTruth } from '@/lib/rules/progress/certainty'
import { percent, several } from '@/lib/rules/progress/say'

export type SureAndWrong = { itemId: string; deckId: string; name: string; asked: string; lastAt: number }

/** How far what the learner said of an answer agrees with what it was worth, and where it did not. */
export function CertaintyTruth({
  counts,
  span,
  wrong,
  timeZone,
  now,
}: {
  counts: DayCounts
  span: string
  wrong: readonly SureAndWrong[]
  timeZone: string
  now: number
}) {
  const truths = certaintyTruth(counts)
  const says =
    truths.length === 0
      ? `You did not say how sure you were ${span}. When you do before an answer is marked, this compares it with the truth.`
      : `${truths
          .map(({ certainty, right }) => `${CERTAINTY_WORDS[certainty]}: ${percent(right.share)} right`)
          .reverse()
          .join('. ')}.`
  return (
    <Picture id="certainty" heading="Certainty against truth" says={says}>
      {truths.length > 0 && (
        <>
          <Shares
            id="certainty-picture"
            title={says}
            description="A dot for each certainty at the share of answers that were right, on the bounds within which the true share lies with a chance of 95 %."
            unit="right"
            names={truths.map(({ certainty }) => CERTAINTY_WORDS[certainty])}
            shares={truths.map(({ right }) => right)}
          />
          <DataTable
            caption="Certainty against truth"
            head={['You said', 'Answers', 'Right']}
            rows={truths.map(({ certainty, right }) => [
              CERTAINTY_WORDS[certainty],
              right.of,
              `${right.hit}, ${percent(right.share)}`,
            ])}
          />
        </>
      )}
      {wrong.length > 0 && (
        <>
          <h3 className="mt-8 font-semibold">Sure and wrong</h3>
          <p className="mt-1 max-w-measure text-ink-soft text-sm">
            {several(wrong.length, 'item')} that you were sure of when you last answered, and missed. They are
            worth a look before others.
          </p>
          <ul className="mt-3 max-w-page">
            {wrong.map(({ itemId, deckId, name, asked, lastAt }) => (
              <li key={itemId} className="border-rule border-b py-2">
                <Link href={routes.item(deckId, name)} prefetch={false} className="link">
                  {asked}
                </Link>{' '}
                <span className="text-ink-faint text-sm">{sayAgo(lastAt, timeZone, now)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Picture>
  )
}
