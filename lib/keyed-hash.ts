import { createHash, createHmac, randomBytes } from 'node:crypto'
import { authSecret } from './session-settings'

/** A name for `value` that nobody without the secret can make or undo by trying. `purpose` keeps uses apart. */
export const keyedHash = (purpose: string, value: string): string =>
  createHmac('sha256', authSecret()).update(`${purpose}\0${value}`).digest('base64url')

/** A random text of 256 bits, fit for a link. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of such a token: as it cannot be guessed, a plain hash does. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
