import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '@/db/client'
import { addIdentity, findByIdentity, type Service } from '@/db/queries/identities'
import { createLearner, isEmailTaken } from '@/db/queries/learners'
import { noteClaim } from '@/db/queries/verifying'
import { emailField, nameField } from './account-fields'
import type { Learner } from './identity'

/** Somebody as another service vouches for them. `email` only when the service says that it is verified. */
export type Arrival = { service: Service; subject: string; name: string; email: string | undefined }

const claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
})

/**
 * Reads the claims that an OpenID Connect issuer makes of somebody; nothing when they name nobody. A subject counts
 * only together with its issuer, so another issuer set later opens no account of the first one's people.
 */
export function readClaims(service: 'google' | 'oidc', issuer: string, told: unknown): Arrival | undefined {
  const { data } = claims.safeParse(told)
  if (!data) return undefined
  return {
    service,
    subject: service === 'oidc' ? `${issuer} ${data.sub}` : data.sub,
    name: readName(data.name, data.preferred_username),
    email: data.email_verified ? readEmail(data.email) : undefined,
  }
}

const gitHubUser = z.object({
  id: z.number().int().positive(),
  login: z.string(),
  name: z.string().nullish(),
  emails: z
    .array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }))
    .optional()
    .catch(undefined),
})

/** Reads what GitHub's API says of a user, with the list of their emails; nothing when it names nobody. */
export function readGitHub(told: unknown): Arrival | undefined {
  const { data } = gitHubUser.safeParse(told)
  if (!data) return undefined
  const primary = data.emails?.find((email) => email.primary && email.verified)
  return {
    service: 'github',
    subject: String(data.id),
    name: readName(data.name, data.login),
    email: readEmail(primary?.email),
  }
}

function readName(...names: (string | null | undefined)[]): string {
  for (const name of names) {
    const { data } = nameField.safeParse(name?.slice(0, 80))
    if (data) return data
  }
  return 'Learner'
}

const readEmail = (email: string | undefined) => emailField.safeParse(email).data

export type Outcome =
  | { signIn: { id: string; sessionVersion: number } }
  | { refused: 'closed' | 'known-email' }

/**
 * Signs in who arrives, making an account for somebody new. It is never joined to an account by email alone:
 * whoever can make a service vouch for an address would own the account of that address.
 */
export async function welcome(db: Db, arrival: Arrival, timeZone: string, now: number): Promise<Outcome> {
  const known = await findOwner(db, arrival)
  if (known) {
    if ('signIn' in known && arrival.email) await noteClaim(db, known.signIn.id, arrival.email, now)
    return known
  }
  const made = await settle(db, arrival, timeZone, now)
  if (typeof made === 'object') return { signIn: made }
  // The same person may have arrived twice at once, and the other request was first.
  return (await findOwner(db, arrival)) ?? { refused: 'known-email' }
}

async function findOwner(db: Db, { service, subject }: Arrival): Promise<Outcome | undefined> {
  const owner = await findByIdentity(db, service, subject)
  if (!owner) return undefined
  return owner.disabled
    ? { refused: 'closed' }
    : { signIn: { id: owner.id, sessionVersion: owner.sessionVersion } }
}

/** Makes an account for somebody new. */
async function settle(db: Db, arrival: Arrival, timeZone: string, now: number) {
  const { service: provider, subject, name, email } = arrival
  if (email && (await isEmailTaken(db, email))) return 'email-taken'
  const id = randomUUID()
  const emailVerifiedAt = email ? now : undefined
  const proof = { provider, subject }
  const account = { id, name, email, emailVerifiedAt, timeZone, identityId: randomUUID(), proof }
  const made = await createLearner(db, account, now)
  return made === 'created' ? { id, sessionVersion: 1 } : made
}

/** Adds the service to the account of somebody who is signed in. It may vouch for the address that the account has. */
export async function addService(db: Db, learner: Learner, arrival: Arrival, now: number) {
  const { service: provider, subject, email } = arrival
  const outcome = await addIdentity(db, learner, { id: randomUUID(), provider, subject }, now)
  if (outcome === 'added' && email) await noteClaim(db, learner.id, email, now)
  return outcome
}
