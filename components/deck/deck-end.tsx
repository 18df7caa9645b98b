'use client'

import Link from 'next/link'
import { useMine } from '@/lib/browser/mine'
import { routes } from '@/lib/routes'

/** The end of a deck: what becomes of the answers, and one way on. */
export function DeckEnd({ deck, total }: { deck: string; total: number }) {
  const { learner, items } = useMine()
  const answered = Object.keys(items).length
  const link = 'link inline-flex min-h-11 items-center'
  return (
    <footer className="mt-10 border-ink border-t-2 pt-5 print:hidden">
      {learner ? (
        <p>
          {answered} of {total} answered. Every answer is kept.{' '}
          <Link href={routes.deckPlan(deck)} prefetch={false} className="link">
            Plan for an exam
          </Link>
        </p>
      ) : (
        <p>
          Answers given here stay in this browser for a day.{' '}
          <Link href={routes.signIn(routes.deck(deck))} className="link">
            Sign in
          </Link>{' '}
          or{' '}
          <Link href={routes.signUp(routes.deck(deck))} className="link">
            create an account
          </Link>{' '}
          to keep them.
        </p>
      )}
      <p>
        <Link href={routes.decks()} className={link}>
          All decks
        </Link>
      </p>
    </footer>
  )
}
