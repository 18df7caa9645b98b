import { z } from 'zod'
import { oneLine, optional } from './form'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password'
import { isTimeZone } from './time-zone'

/** The fields of the account's forms, checked the same way wherever they stand. */

/** Lower case: nobody means two people by two ways of writing one address. RFC 5321 allows 254 characters. */
export const emailField = z
  .string({ error: 'Type your email address.' })
  .trim()
  .min(1, 'Type your email address.')
  .max(254, 'An email address has 254 characters at most.')
  .transform((value) => value.normalize('NFKC').toLowerCase())
  .pipe(z.email('This is not a whole email address, such as name@example.org.'))

/** What others see. */
export const nameField = z
  .string({ error: 'Type your name.' })
  .transform(oneLine)
  .pipe(z.string().min(1, 'Type your name.').max(80, 'A name has 80 characters at most.'))

/** A password to be checked against the one that is kept. */
export const passwordField = z
  .string({ error: 'Type your password.' })
  .min(1, 'Type your password.')
  .max(LONGEST_PASSWORD, `A password has ${LONGEST_PASSWORD} characters at most.`)

/** A password to be kept. `passwordFault` says what else may be wrong with it. */
export const newPasswordField = z
  .string({ error: 'Choose a password.' })
  .min(SHORTEST_PASSWORD, `A password needs ${SHORTEST_PASSWORD} characters or more.`)
  .max(LONGEST_PASSWORD, `A password has ${LONGEST_PASSWORD} characters at most.`)

/** What the browser says of its zone; UTC when it says nothing that is known here. */
export const browserZone = z
  .string()
  .max(64)
  .optional()
  .catch(undefined)
  .transform((zone) => (zone && isTimeZone(zone) ? zone : 'UTC'))

/** A zone out of the list that a form offers. */
export const timeZoneField = z.string().max(64).refine(isTimeZone, 'Choose a time zone from the list.')

/** Where to go on afterwards, to be given to `returnPath`. */
export const nextField = optional(z.string().max(2000).catch(''))
