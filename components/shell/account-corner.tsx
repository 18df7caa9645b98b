'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { Menu, menuItemClasses } from '@/components/ui/menu'
import { loadMine, useMine } from '@/lib/browser/mine'
import { deckOfPath, routes } from '@/lib/routes'
import { type SignOut, SignOutItem } from './sign-out-item'

/**
 * Who is signed in, in the corner of every page. It also asks for what is the learner's own on this page, once for
 * everything that shows some of it. Until the answer is there the corner holds its place and says nothing.
 */
export function AccountCorner({ signOut }: { signOut: SignOut }) {
  const path = usePathname()
  const { state, learner } = useMine()
  useEffect(() => loadMine(deckOfPath(path)), [path])

  if (!learner)
    return (
      <Link
        href={routes.signIn(path)}
        className={`flex min-h-11 items-center px-2 font-medium hover:text-accent ${state === 'waiting' ? 'invisible noscript:visible' : ''}`}
      >
        Sign in
      </Link>
    )
  return (
    <Menu
      label={
        <>
          <span className="sr-only">Your account: </span>
          <span className="min-w-0 max-w-56 truncate">{learner.name}</span>
        </>
      }
    >
      <ul>
        <li>
          <Link href={routes.review()} className={menuItemClasses}>
            Review
          </Link>
        </li>
        <li>
          <Link href={routes.progress()} className={menuItemClasses}>
            Progress
          </Link>
        </li>
        <li>
          <Link href={routes.classes()} className={menuItemClasses}>
            Classes
          </Link>
        </li>
        <li>
          <Link href={routes.account()} className={menuItemClasses}>
            Account
          </Link>
        </li>
        <li className="border-rule border-t">
          <SignOutItem learner={learner.id} signOut={signOut} />
        </li>
      </ul>
    </Menu>
  )
}
