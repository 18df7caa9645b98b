'use client'

import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation'
import { buttonClasses } from '@/components/ui/button-classes'
import { routes } from '@/lib/routes'

/** What went wrong stays on the server, in its log; here it is said what that means for the person. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  if (isUnrecognizedAction(error)) return <PageUpdated />
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <div className="mx-auto w-full max-w-wide px-5 pt-8 pb-20 sm:px-8 sm:pt-12">
      <h1 className="reading font-semibold text-3xl">This page did not work</h1>
      <p className="mt-3 max-w-measure text-ink-soft">
        The fault is ours. Answers that were saved are safe; one you were in the middle of is still in this
        browser.
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="button" onClick={() => retry()} className={buttonClasses()}>
          Try again
        </button>
        <a href={routes.decks()} className={buttonClasses({ variant: 'quiet' })}>
          See all decks
        </a>
      </div>
      {digest && <p className="mt-8 text-ink-faint text-sm">If you report it, give this number: {digest}</p>}
    </div>
  )
}

/** The server is newer than the page: what was asked of it has another name there. */
function PageUpdated() {
  return (
    <div className="mx-auto w-full max-w-wide px-5 pt-8 pb-20 sm:px-8 sm:pt-12">
      <h1 className="reading font-semibold text-3xl">This page was updated</h1>
      <p className="mt-3 max-w-measure text-ink-soft">
        There is a newer one since you opened it, so what you just did was not done. Load it anew, then do it
        again. Answers that were saved are safe; one you were in the middle of is still in this browser.
      </p>
      <p className="mt-6">
        <button type="button" onClick={() => location.reload()} className={buttonClasses()}>
          Load the page anew
        </button>
      </p>
    </div>
  )
}
