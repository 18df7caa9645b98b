'use client'

import { buttonClasses } from '@/components/ui/button-classes'
import './globals.css'

/** The last resort, when the frame itself failed: a page of its own, and a way back that loads everything anew. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>This page did not work · Recall & Review</title>
        <main className="mx-auto w-full max-w-wide px-5 pt-12 pb-20 sm:px-8">
          <h1 className="reading font-semibold text-3xl">This page did not work</h1>
          <p className="mt-3 max-w-measure text-ink-soft">
            The fault is ours. Answers that were saved are safe. Load the page anew; if it fails again, come
            back a little later.
          </p>
          <p className="mt-6">
            <button type="button" onClick={() => location.reload()} className={buttonClasses()}>
              Load the page anew
            </button>
          </p>
        </main>
      </body>
    </html>
  )
}
