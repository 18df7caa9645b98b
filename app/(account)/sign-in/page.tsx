import type { Metadata } from 'next'
import Link from 'next/link'
import { KeptNote } from '@/components/account/kept-note'
import { ServiceLinks } from '@/components/account/service-links'
import { SignInForm } from '@/components/account/sign-in-form'
import { Message } from '@/components/ui/message'
import { Page } from '@/components/ui/page'
import { leaveIfSignedIn } from '@/lib/guards'
import { returnPath } from '@/lib/return-path'
import { routes } from '@/lib/routes'
import { offeredServices } from '@/lib/services'
import { signIn } from './actions'
import { notice } from './notices'

export const metadata: Metadata = { title: 'Sign in' }

type Search = Promise<Record<string, string | string[] | undefined>>

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams
  const next = returnPath(search.next)
  await leaveIfSignedIn(next)
  const said = notice(search)
  return (
    <Page title="Sign in" lead="Every answer you give is then kept, on every device." width="narrow">
      {said && (
        <div className="mb-6">
          <Message kind={said.kind}>{said.text}</Message>
        </div>
      )}
      <KeptNote />
      <SignInForm action={signIn} next={next} />
      <ServiceLinks services={offeredServices()} next={next} />
      <ul className="mt-6 grid gap-1">
        <li>
          No account yet?{' '}
          <Link className="link" href={routes.signUp(next)}>
            Create one
          </Link>
        </li>
        <li>
          <Link className="link" href={routes.forgot()}>
            Forgot your password?
          </Link>
        </li>
      </ul>
    </Page>
  )
}
