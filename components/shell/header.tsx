import Link from 'next/link'
import { Ampersand } from '@/components/ui/ampersand'
import { routes } from '@/lib/routes'
import { AccountCorner } from './account-corner'
import { SearchLink } from './search-link'
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
        <nav aria-label="Main" className="ms-auto flex sm:ms-0 sm:gap-x-2">
          <Link
            href={routes.decks()}
            className="flex min-h-11 items-center px-2 font-medium hover:text-accent"
          >
            Decks
          </Link>
          <SearchLink>
            <span className="max-sm:sr-only">Search</span>
            <svg
              viewBox="0 0 16 16"
              width="18"
              height="18"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
              aria-hidden="true"
              className="sm:hidden"
            >
              <path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5 14 14" />
            </svg>
          </SearchLink>
        </nav>
        <div className="-me-2 min-w-0 sm:ms-auto">
          <AccountCorner signOut={signOut} />
        </div>
      </div>
    </header>
  )
}
