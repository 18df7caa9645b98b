import type { Db } from '@/db/client'
import { keepVerifyToken } from '@/db/queries/verifying'
import { env } from './env'
import { randomToken, tokenHash } from './keyed-hash'
import { sendMail } from './mail'
import { routes } from './routes'

export const VERIFY_HOURS = 24

type To = { learnerId: string; name: string; email: string }

/** Makes a link that verifies this address of this learner, once, within a day. The database keeps only a hash. */
export async function makeVerifyLink(db: Db, { learnerId, email }: To, now: number): Promise<string> {
  const token = randomToken()
  const expiresAt = now + VERIFY_HOURS * 3_600_000
  await keepVerifyToken(db, { tokenHash: tokenHash(token), learnerId, email, expiresAt }, now)
  return new URL(routes.verify(token), env().APP_URL).href
}

/** Mails such a link. Says in the log when the mail server refuses, without the address. */
export async function mailVerifyLink(db: Db, to: To, now: number): Promise<void> {
  const link = await makeVerifyLink(db, to, now)
  const text = `Hello ${to.name},

somebody, probably you, asked whether this address is yours on Recall & Review. Say so here, within ${VERIFY_HOURS} hours:

${link}

If it was not you, do nothing: the address then stays unverified.
`
  await sendMail({ to: to.email, subject: 'Your address on Recall & Review', text }).catch((error) => {
    console.error('A link to verify an address could not be sent by mail:', error?.code ?? 'unknown reason')
  })
}
