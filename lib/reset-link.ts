import type { Db } from '@/db/client'
import { findForReset, keepResetToken } from '@/db/queries/passwords'
import { env } from './env'
import { randomToken, tokenHash } from './keyed-hash'
import { canMail, sendMail } from './mail'
import { routes } from './routes'

export const RESET_MINUTES = 60

/**
 * Makes a link by which the owner of `email` (in lower case) sets a new password, once, within the hour. Nothing
 * when no open account has this email. The database keeps only the hash of what makes the link work.
 */
export async function makeResetLink(db: Db, email: string, now: number) {
  const learner = await findForReset(db, email)
  if (!learner) return undefined
  const token = randomToken()
  const expiresAt = now + RESET_MINUTES * 60_000
  await keepResetToken(db, { tokenHash: tokenHash(token), learnerId: learner.id, expiresAt }, now)
  return { name: learner.name, link: new URL(routes.reset(token), env().APP_URL).href, expiresAt }
}

/** Mails such a link to its owner, if there is one. Says in the log when the mail server refuses, without the address. */
export async function mailResetLink(db: Db, email: string, now: number): Promise<void> {
  const made = canMail() ? await makeResetLink(db, email, now) : undefined
  if (!made) return
  const text = `Hello ${made.name},

somebody, probably you, asked for a new password for Recall & Review. Choose it here, within ${RESET_MINUTES} minutes:

${made.link}

If it was not you, do nothing: your password stays as it is.
`
  await sendMail({ to: email, subject: 'Your new password for Recall & Review', text }).catch((error) => {
    console.error('A link to set a new password could not be sent by mail:', error?.code ?? 'unknown reason')
  })
}
