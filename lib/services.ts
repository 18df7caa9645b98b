import type { Service } from '@/db/queries/identities'
import { env } from './env'
import type { Learner } from './identity'
import { keyedHash } from './keyed-hash'

export type OfferedService = { id: Service; name: string }

/** The services that this copy offers for signing in, in the order shown: those whose variables are set. */
export function offeredServices(): OfferedService[] {
  const { AUTH_OIDC_ID, AUTH_OIDC_NAME, AUTH_GITHUB_ID, AUTH_GOOGLE_ID } = env()
  const all: (OfferedService | undefined | '')[] = [
    AUTH_OIDC_ID && { id: 'oidc', name: AUTH_OIDC_NAME },
    AUTH_GITHUB_ID && { id: 'github', name: 'GitHub' },
    AUTH_GOOGLE_ID && { id: 'google', name: 'Google' },
  ]
  return all.filter((service) => typeof service === 'object')
}

/** A service that is offered, by the name it has in an address. */
export const offeredService = (id: string): OfferedService | undefined =>
  offeredServices().find((service) => service.id === id)

/** How a service is called; also of one that was offered once. */
export function serviceName(id: Service): string {
  return offeredService(id)?.name ?? { github: 'GitHub', google: 'Google', oidc: env().AUTH_OIDC_NAME }[id]
}

/**
 * Part of the link under Account that adds a service: another site cannot make it, so it cannot add its own
 * visitor's service to an account behind their back.
 */
export const addingToken = (learner: Learner, service: Service): string =>
  keyedHash('add-service', `${learner.id}\0${learner.sessionVersion}\0${service}`)
