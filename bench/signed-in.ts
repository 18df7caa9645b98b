import { encode } from 'next-auth/jwt'
import type { Learner } from '@/lib/identity'
import { sessionCookie } from '@/lib/session-settings'
import { BENCH_SECRET } from './servers'

/** The cookie of a learner who is signed in at the server that is measured. */
export async function signedIn({ id, sessionVersion }: Learner): Promise<string> {
  const { name } = sessionCookie()
  const value = await encode({
    token: { sub: id, sv: sessionVersion },
    secret: BENCH_SECRET,
    salt: name,
    maxAge: 3600,
  })
  return `${name}=${value}`
}
