'use client'

import { unstable_isUnrecognizedActionError as isUnrecognizedAction, useRouter } from 'next/navigation'
import { useState } from 'react'
import { menuItemClasses } from '@/components/ui/menu'
import { keptAnswers } from '@/lib/browser/kept-answers'
import { countWaiting, leaveNothing } from '@/lib/browser/leave'
import { loadMine } from '@/lib/browser/mine'
import { routes } from '@/lib/routes'

const words = {
  lost: 'Not signed out: try again',
  updated: 'Not signed out, the page was updated: load it anew',
}

export type SignOut = (previous: unknown, form: FormData) => Promise<unknown>

/**
 * Signs out on this browser and takes with it what is kept here of the learner. With answers that were never sent it
 * leads to the account page instead, which says so first.
 */
export function SignOutItem({ learner, signOut }: { learner: string; signOut: SignOut }) {
  const router = useRouter()
  const [failed, setFailed] = useState<'lost' | 'updated'>()

  async function leave(form: FormData): Promise<void> {
    if (failed === 'updated') return location.reload()
    if (keptAnswers(learner).length + (await countWaiting(learner)) > 0) return router.push(routes.account())
    try {
      await signOut(undefined, form)
    } catch (error) {
      // Done, it leads home by throwing. The router has heard of it already; thrown on from here, in the frame of
      // the page, it would have the whole page built anew.
      if (!isRedirect(error)) return setFailed(isUnrecognizedAction(error) ? 'updated' : 'lost')
    }
    leaveNothing(learner)
    loadMine(undefined)
  }

  return (
    <form action={leave}>
      <button type="submit" className={menuItemClasses}>
        {failed ? words[failed] : 'Sign out'}
      </button>
    </form>
  )
}

const isRedirect = (error: unknown) =>
  error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_REDIRECT')
