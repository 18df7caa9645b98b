import type { Metadata } from 'next'
import Link from 'next/link'
import { KeptNote } from '@/components/account/kept-note'
import { ServiceLinks } from '@/components/account/service-links'
import { SignUpForm } from '@/components/account/sign-up-form'
import { Page } from '@/components/ui/page'
import { leaveIfSignedIn } from '@/lib/guards'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@/lib/password'
import { returnPath } from '@/lib/return-path'
import { routes } from '@/lib/routes'
import { offeredServices } from '@/lib/services'
import { signUp } from './actions'

export const metadata: Metadata = { title: 'Create account' }

type Search = Promise<Record<string, string | string[] | undefined>>

export default async function SignUpPage({ searchParams }: { searchParams: Search }) {
  const next = returnPath((await searchParams).next)
  await leaveIfSignedIn(next)
  return (
    <Page title="Create account" lead="Every answer you give is then kept, on every device." width="narrow">
      <KeptNote />
      <SignUpForm action={signUp} next={next} shortest={SHORTEST_PASSWORD} longest={LONGEST_PASSWORD} />
      <ServiceLinks services={offeredServices()} next={next} />
      <ul className="mt-6 grid gap-1">
        <li>
          Have an account?{' '}
          <Link className="link" href={routes.signIn(next)}>
            Sign in
          </Link>
        </li>
        <li>
          <Link className="link" href={routes.privacy()}>
            What is kept about you
          </Link>
        </li>
      </ul>
    </Page>
  )
}
