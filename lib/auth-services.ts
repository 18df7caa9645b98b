import NextAuth, { type NextAuthConfig } from 'next-auth'
import type { Provider } from 'next-auth/providers'
import GitHub from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import { database } from '@/db/client'
import type { Service } from '@/db/queries/identities'
import { type Arrival, addService, readClaims, readGitHub, welcome } from './arrival'
import { SESSION_SECONDS } from './auth'
import { env } from './env'
import { currentLearner } from './guards'
import { returnPath } from './return-path'
import { routes } from './routes'
import { openCookie, sealCookie } from './sealed-cookie'
import { authSecret, sessionCookie } from './session-settings'
import { isTimeZone } from './time-zone'

/**
 * Signing in by another service, with next-auth: it speaks OAuth and OpenID Connect; whom the answer means is decided
 * in lib/arrival.ts. This and lib/auth.ts are the only files that know the package.
 */
const ERRAND = 'recall.errand'
const ERRAND_SECONDS = 15 * 60
const CHECKS = ['pkce', 'state'] as const

type Errand = { next: string; timeZone: string; addTo?: { id: string; sessionVersion: number } }

/**
 * Remembers what the visitor came for and returns where to send them: the service's own page. `addTo` is the learner
 * whose account the service is to be added to. Only in a route.
 */
export async function leaveFor(service: Service, { next, timeZone, addTo }: Errand): Promise<string> {
  const note: Record<string, string> = { next, timeZone }
  if (addTo) Object.assign(note, { addTo: addTo.id, version: String(addTo.sessionVersion) })
  await sealCookie(ERRAND, note, ERRAND_SECONDS)
  return auth.signIn(service, { redirect: false, redirectTo: new URL(returnPath(next), env().APP_URL).href })
}

/** Answers the visitor who comes back from a service. */
export const handleCallback = (request: Request): Promise<Response> =>
  auth.handlers.GET(request as Parameters<typeof auth.handlers.GET>[0])

const auth = NextAuth((): NextAuthConfig => {
  // next-auth takes its own address from this variable, and from the request's Host where it is not set.
  process.env.AUTH_URL = env().APP_URL
  const { name, options } = sessionCookie()
  return {
    secret: authSecret(),
    trustHost: true,
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: routes.signIn(), error: routes.signIn() },
    providers: providers(),
    callbacks: {
      signIn: ({ user, account, profile }) => arrive(user, account?.provider, profile),
      jwt: ({ user }) => {
        const proven = arrived.get(user)
        return proven ? { sub: proven.id, sv: proven.sessionVersion } : null
      },
    },
  }
})

function providers(): Provider[] {
  const { AUTH_GITHUB_ID, AUTH_GOOGLE_ID, AUTH_OIDC_ID, AUTH_OIDC_ISSUER, AUTH_OIDC_NAME, ...rest } = env()
  const list: Provider[] = []
  if (AUTH_GITHUB_ID)
    list.push(
      GitHub({
        clientId: AUTH_GITHUB_ID,
        clientSecret: rest.AUTH_GITHUB_SECRET,
        checks: [...CHECKS],
        userinfo: { url: 'https://api.github.com/user', request: askGitHub },
      }),
    )
  if (AUTH_GOOGLE_ID)
    list.push(
      Google({
        clientId: AUTH_GOOGLE_ID,
        clientSecret: rest.AUTH_GOOGLE_SECRET,
        checks: [...CHECKS, 'nonce'],
      }),
    )
  if (AUTH_OIDC_ID)
    list.push({
      id: 'oidc',
      name: AUTH_OIDC_NAME,
      type: 'oidc',
      issuer: AUTH_OIDC_ISSUER,
      clientId: AUTH_OIDC_ID,
      clientSecret: rest.AUTH_OIDC_SECRET,
      checks: [...CHECKS, 'nonce'],
      // Many issuers tell name and email at their userinfo endpoint only.
      idToken: false,
    })
  return list
}

/** Asks for the emails too: the profile alone does not say whether one is verified. */
async function askGitHub({ tokens }: { tokens: { access_token?: string } }) {
  const headers = { authorization: `Bearer ${tokens.access_token}`, 'user-agent': 'recall-and-review' }
  const ask = async (path: string) => {
    const response = await fetch(`https://api.github.com${path}`, { headers })
    return response.ok ? await response.json() : undefined
  }
  const [user, emails] = await Promise.all([ask('/user'), ask('/user/emails')])
  return { ...user, emails }
}

/** Who was found to be whom, from one callback of next-auth to the next within a request. */
const arrived = new WeakMap<object, { id: string; sessionVersion: number }>()

/** Returns true to sign in, or where to go instead. */
async function arrive(user: object, service: string | undefined, told: unknown): Promise<true | string> {
  const errand = await openCookie(ERRAND)
  const arrival = read(service, told)
  if (!errand || !arrival) return routes.signInBecause('unclear')
  const db = await database()
  if (typeof errand.addTo === 'string') return add(arrival, errand.addTo, Number(errand.version))
  const zone = typeof errand.timeZone === 'string' && isTimeZone(errand.timeZone) ? errand.timeZone : 'UTC'
  const outcome = await welcome(db, arrival, zone, Date.now())
  if ('refused' in outcome) return routes.signInBecause(outcome.refused)
  arrived.set(user, outcome.signIn)
  return true
}

/** The session that asked must be the one that comes back: on a shared computer somebody else may have signed in. */
async function add(arrival: Arrival, learnerId: string, sessionVersion: number): Promise<string> {
  const learner = await currentLearner()
  if (learner?.id !== learnerId || learner.sessionVersion !== sessionVersion)
    return routes.signInBecause('signed-out')
  const added = await addService(await database(), learner, arrival, Date.now())
  return added === 'signed-out' ? routes.signInBecause('signed-out') : routes.accountAfterAdding(added)
}

function read(service: string | undefined, told: unknown): Arrival | undefined {
  if (service === 'github') return readGitHub(told)
  if (service === 'google') return readClaims('google', 'https://accounts.google.com', told)
  return service === 'oidc' ? readClaims('oidc', env().AUTH_OIDC_ISSUER ?? '', told) : undefined
}
