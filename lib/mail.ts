import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'

/** Whether this copy can send mail at all. */
export const canMail = (): boolean => env().SMTP_URL !== undefined

let transport: Transporter | undefined

/** Sends a plain text to one address. Throws what the mail server refused with, and when none is configured. */
export async function sendMail(mail: { to: string; subject: string; text: string }): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL) throw new Error('SMTP_URL is not set, so no mail can be sent.')
  transport ??= createTransport({ url: SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 })
  // An address as an object is never parsed as a list of several.
  await transport.sendMail({ ...mail, to: { name: '', address: mail.to }, from: MAIL_FROM })
}
