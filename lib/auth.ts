import { LRUCache } from 'lru-cache'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { authSecret, sessionCookie } from './session-settings'

/**
 * Sessions: a signed and encrypted cookie that names the learner and the version of their session, in next-auth's
 * format, so that its sign-in by another service writes the same cookie. This file reads and writes that cookie
 * itself, because `auth()` costs 2 to 3 ms of processor time a request.
 */
export type Session = {
  learnerId: string
  sessionVersion: number
  /** Epoch seconds. */
  issuedAt: number
  expiresAt: number
}

/** Seconds. A session that is used lives on; one left alone this long ends. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60
const RENEW_AFTER_SECONDS = 24 * 60 * 60

/** Decoded cookies. A stale session is found by the database, so remembering one for a minute opens nothing. */
const decoded = new LRUCache<string, Session>({ max: 5000, perf: { now: () => Date.now() } })
const REMEMBER_MS = 60_000

/** The session that this request's cookie proves, or nothing. Says nothing about whether it still counts: queries do. */
export async function readSession(): Promise<Session | undefined> {
  const token = joinChunks((await cookies()).getAll(), sessionCookie().name)
  return token ? decodeSession(token) : undefined
}

/** Reads a session from a cookie's value; nothing for a forged, foreign or expired one. */
export async function decodeSession(token: string): Promise<Session | undefined> {
  const known = decoded.get(token)
  if (known) return known
  const claims = await decode({ token, secret: authSecret(), salt: sessionCookie().name }).catch(() => null)
  const { sub, sv, iat, exp } = claims ?? {}
  if (typeof sub !== 'string' || typeof sv !== 'number' || typeof iat !== 'number' || typeof exp !== 'number')
    return undefined
  const session = { learnerId: sub, sessionVersion: sv, issuedAt: iat, expiresAt: exp }
  const ttl = Math.min(REMEMBER_MS, exp * 1000 - Date.now())
  if (ttl > 0) decoded.set(token, session, { ttl })
  return session
}

/** A cookie longer than 4 KB is cut into `name.0`, `name.1` and so on; put together in their order. */
export function joinChunks(all: { name: string; value: string }[], name: string): string {
  const whole = all.find((cookie) => cookie.name === name)
  if (whole) return whole.value
  return all
    .filter(
      (cookie) => cookie.name.startsWith(`${name}.`) && /^\d+$/.test(cookie.name.slice(name.length + 1)),
    )
    .sort((a, b) => Number(a.name.slice(name.length + 1)) - Number(b.name.slice(name.length + 1)))
    .map((cookie) => cookie.value)
    .join('')
}

/** Signs somebody in on this browser. Only in an action or a route, after proof of who they are. */
export async function startSession(learner: { id: string; sessionVersion: number }): Promise<void> {
  const { name, options } = sessionCookie()
  const value = await encode({
    token: { sub: learner.id, sv: learner.sessionVersion },
    secret: authSecret(),
    salt: name,
    maxAge: SESSION_SECONDS,
  })
  const jar = await cookies()
  jar.set(name, value, { ...options, maxAge: SESSION_SECONDS })
}

/** Signs out on this browser. Only in an action or a route. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  for (const cookie of jar.getAll())
    if (cookie.name === name || cookie.name.startsWith(`${name}.`))
      jar.set(cookie.name, '', { ...options, maxAge: 0 })
}

/** Gives a session older than a day a new cookie, so that who comes back within a month stays signed in. Only in a route. */
export async function renewSession(): Promise<void> {
  const session = await readSession()
  if (!session || Date.now() / 1000 - session.issuedAt < RENEW_AFTER_SECONDS) return
  await startSession({ id: session.learnerId, sessionVersion: session.sessionVersion })
}
