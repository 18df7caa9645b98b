import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { authSecret, sessionCookie } from './session-settings'

/**
 * A short note to ourselves that travels with the browser, encrypted and with an end: what somebody was doing when
 * they left for another service. Only in actions and routes.
 */
export async function sealCookie(name: string, note: Record<string, string>, seconds: number): Promise<void> {
  const value = await encode({ token: note, secret: authSecret(), salt: name, maxAge: seconds })
  const jar = await cookies()
  jar.set(name, value, { ...sessionCookie().options, maxAge: seconds })
}

/** Reads such a note and takes it out of the browser; nothing for one that is absent, forged or too old. */
export async function openCookie(name: string): Promise<Record<string, unknown> | undefined> {
  const jar = await cookies()
  const token = jar.get(name)?.value
  if (!token) return undefined
  jar.set(name, '', { ...sessionCookie().options, maxAge: 0 })
  const note = await decode({ token, secret: authSecret(), salt: name }).catch(() => null)
  return note ?? undefined
}
