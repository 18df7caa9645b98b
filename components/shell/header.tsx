import Link from 'next/link'
import { Ampersand } from '@/components/ui/ampersand'
import { routes } from '@/lib/routes'
import { AccountCorner } from './account-corner'
import type { SignOut } from './sign-out-item'

export function Header({ signOut }: { signOut: SignOut }) {
  return (
    <header className="border-rule border-b print:hidden">
      <div className="mx-auto flex w-full max-w-wide items-center gap-x-3 px-5 sm:gap-x-8 sm:px-8">
        <Link
          href={routes.home()}
          className="flex min-h-14 items-center whitespace-nowrap font-[560] font-reading text-[1.0625rem] tracking-[-0.01em] hover:text-accent sm:text-lg"
        >
          <span className="sr-only">Recall & Review</span>
          <span aria-hidden="true">
            Recall
            <Ampersand className="mx-[0.22em] h-[0.72em] text-accent" />
            Review
          </span>
        </Link>
        <nav aria-label="Main" className="ms-auto sm:ms-0">
          <Link
            href={routes.decks()}
            className="flex min-h-11 items-center px-2 font-medium hover:text-accent"
          >
            Decks
          </Link>
        </nav>
        <div className="-me-2 min-w-0 sm:ms-auto">
          <AccountCorner signOut={signOut} />
        </div>
      </div>
    </header>
  )
}
