import type { Metadata } from 'next'
import Link from 'next/link'
import { AnswerForm } from '@/components/report/answer-form'
import { Desk, DeskForm } from '@/components/report/desk'
import { buttonClasses } from '@/components/ui/button-classes'
import { Page, Section } from '@/components/ui/page'
import { database } from '@/db/client'
import { findKeeper, listKeptDecks, listKeptReports } from '@/db/queries/keepers'
import { requireLearner } from '@/lib/guards'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'
import { answer, undoAnswer } from './actions'
import { KeptReport } from './kept-report'
import { NothingKept } from './nothing-kept'

export const metadata: Metadata = { title: 'Decks you keep' }

const MOST_OPEN = 50
const MOST_ANSWERED = 20

/** Where a deck's keepers answer what learners report, and fetch its file. */
export default async function KeepPage() {
  const learner = await requireLearner(routes.keep())
  const db = await database()
  const [keeper, decks, open, answered] = await Promise.all([
    findKeeper(db, learner),
    listKeptDecks(db, learner),
    listKeptReports(db, learner, 'open', MOST_OPEN),
    listKeptReports(db, learner, 'answered', MOST_ANSWERED),
  ])
  if (!keeper) return null
  if (decks.length === 0)
    return (
      <Page title="Decks you keep">
        <NothingKept keeper={keeper} />
      </Page>
    )
  const seen = { timeZone: keeper.timeZone, now: Date.now() }
  const more = decks.reduce((sum, deck) => sum + deck.open, 0) - open.length
  return (
    <Page title="Decks you keep" lead="You answer what learners report as a mistake in them.">
      <ul className="border-rule border-t">
        {decks.map((deck) => (
          <li
            key={deck.id}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-rule border-b py-2"
          >
            <span>
              <DeckTitle deck={deck} />{' '}
              <span className="text-ink-faint text-sm">{deck.open > 0 && `${deck.open} open`}</span>
            </span>
            {/* Not a <Link>: a file is downloaded. */}
            <a href={routes.keptFile(deck.id)} download className={buttonClasses({ variant: 'plain' })}>
              Download its file
            </a>
          </li>
        ))}
      </ul>
      <Desk>
        <Section id="open" title="Open reports">
          {open.length === 0 && <p className="text-ink-soft">Nothing waits for an answer.</p>}
          <ol>
            {open.map((report) => (
              <KeptReport key={report.id} report={report} {...seen}>
                <AnswerForm action={answer} report={report.id} seenAt={report.madeAt} />
              </KeptReport>
            ))}
          </ol>
          {more > 0 && (
            <p className="mt-4 text-ink-soft">{counted(more, 'report')} more, once these are answered.</p>
          )}
        </Section>
        {answered.length > 0 && (
          <Section id="answered" title="Answered">
            <ol>
              {answered.map((report) => (
                <KeptReport key={report.id} report={report} {...seen}>
                  {report.undoable ? (
                    <DeskForm
                      action={undoAnswer}
                      name="report"
                      value={report.id}
                      button="Take the answer back"
                    />
                  ) : (
                    <p className="mt-2 text-ink-faint text-sm">Read by whoever reported it.</p>
                  )}
                </KeptReport>
              ))}
            </ol>
          </Section>
        )}
      </Desk>
    </Page>
  )
}

type Deck = Awaited<ReturnType<typeof listKeptDecks>>[number]

function DeckTitle({ deck: { id, title, language: lang, direction: dir, isLive } }: { deck: Deck }) {
  if (!isLive)
    return (
      <>
        <bdi lang={lang} dir={dir} className="reading font-semibold">
          {title}
        </bdi>
        , not served any more
      </>
    )
  return (
    <Link
      href={routes.deck(id)}
      lang={lang}
      dir={dir}
      className="link reading inline-flex min-h-11 items-center font-semibold"
    >
      {title}
    </Link>
  )
}
