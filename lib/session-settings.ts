import { env } from './env'

/** The secret that seals sessions. `npm start` makes one when none is set; throws a sentence when there is none. */
export function authSecret(): string {
  const secret = env().AUTH_SECRET
  if (!secret)
    throw new Error('AUTH_SECRET is not set, so sessions cannot be sealed. Set 32 or more random characters.')
  return secret
}

/** Name and attributes of the session cookie, by next-auth's convention. */
export function sessionCookie() {
  // A Secure cookie is dropped over plain http, so APP_URL decides, not the mode of the build.
  const secure = env().APP_URL.startsWith('https:')
  return {
    name: secure ? '__Secure-authjs.session-token' : 'authjs.session-token',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}
