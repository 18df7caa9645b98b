import type { Service } from '@/db/queries/identities'
import { serviceName } from '@/lib/services'

type Identity = { id: string; provider: Service | 'password'; createdAt: number }

/** A way in as it is shown to its owner, its date in their zone. */
export function wayIn({ id, provider, createdAt }: Identity, timeZone: string) {
  const since = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(createdAt)
  return { id, name: provider === 'password' ? 'Password' : serviceName(provider), since }
}

const OUTCOMES = {
  added: { kind: 'right', text: 'Added. You can sign in with it from now on.' },
  there: { kind: 'info', text: 'You have this way in already.' },
  'of-another': { kind: 'wrong', text: 'This belongs to another account, so it was not added to this one.' },
} as const

/** What came of adding a service, from the page's address; nothing for anything else. */
export function added(outcome: string | string[] | undefined) {
  return typeof outcome === 'string' && Object.hasOwn(OUTCOMES, outcome)
    ? OUTCOMES[outcome as keyof typeof OUTCOMES]
    : undefined
}
