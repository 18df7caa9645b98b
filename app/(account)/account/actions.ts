'use server'

import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { database } from '@/db/client'
import { setDials } from '@/db/queries/dials'
import { eraseLearner, listSoleClasses } from '@/db/queries/erase'
import { removeIdentity } from '@/db/queries/identities'
import { changeEmail, changeName, endAllSessions, findProfile } from '@/db/queries/learners'
import { findPasswordHash, setPassword } from '@/db/queries/passwords'
import { findUnverified } from '@/db/queries/verifying'
import { emailField, nameField, newPasswordField, passwordField, timeZoneField } from '@/lib/account-fields'
import { learnerAction, publicAction } from '@/lib/action'
import { endSession, startSession } from '@/lib/auth'
import { clientAddress } from '@/lib/client-address'
import { confirmPassword } from '@/lib/confirmation'
import { optional } from '@/lib/form'
import { canMail } from '@/lib/mail'
import { hashPassword, passwordFault } from '@/lib/password'
import { type Refusal, type Result, refusedField, SIGNED_OUT } from '@/lib/result'
import { routes } from '@/lib/routes'
import { countTakenChange, mayAskToVerify, mayChangeEmail } from '@/lib/throttle'
import { mailVerifyLink, VERIFY_HOURS } from '@/lib/verify-link'
import { saved } from './study/words'

type Said = Result<{ message: string }>

const profileForm = z.object({
  name: nameField,
  timeZone: timeZoneField,
})

export const saveProfile = learnerAction(
  profileForm,
  async ({ name, timeZone }, learner): Promise<Said> => {
    const db = await database()
    const now = Date.now()
    if (!(await changeName(db, learner, name))) return SIGNED_OUT
    const set = await setDials(db, learner, { timeZone }, now)
    if (!set) return SIGNED_OUT
    refresh()
    return { ok: true, message: saved('The time zone holds', set, now) }
  },
  { keep: ['name', 'timeZone'] },
)

const manyEmails: Refusal = {
  ok: false,
  reason: 'busy',
  message: 'Several addresses that you asked for have an account. Try again in an hour.',
}

const emailForm = z.object({ email: emailField, password: passwordField })

/** A new email is a new way to a reset link, so the password is asked for. */
export const saveEmail = learnerAction(
  emailForm,
  async ({ email, password }, learner): Promise<Said> => {
    const db = await database()
    const confirmed = await confirmPassword(db, learner, password, 'password')
    if (!confirmed.ok) return confirmed
    const address = clientAddress(await headers())
    const now = Date.now()
    if (!(await mayChangeEmail(db, learner.id, address, now))) return manyEmails
    const outcome = await changeEmail(db, learner, email)
    if (outcome === 'signed-out') return SIGNED_OUT
    if (outcome === 'email-taken')
      return (await countTakenChange(db, learner.id, address, now))
        ? refusedField('email', 'Another account has this email address.')
        : manyEmails
    refresh()
    return { ok: true, message: `You sign in as ${email} from now on.` }
  },
  { keep: ['email'] },
)

/** Sends a link that verifies the account's address to it. */
export const askToVerify = learnerAction(z.object({}), async (_input, learner): Promise<Said> => {
  if (!canMail()) return { ok: false, message: 'This copy cannot send mail. Ask whoever runs it.' }
  const db = await database()
  const who = await findUnverified(db, learner)
  if (!who) return { ok: false, message: 'There is no address to verify. Load the page anew.' }
  const now = Date.now()
  if (!(await mayAskToVerify(db, learner.id, who.email, now)))
    return { ok: false, reason: 'busy', message: 'Several links are on their way. Try again in an hour.' }
  after(() => mailVerifyLink(db, { learnerId: learner.id, ...who }, now))
  return { ok: true, message: `A link is on its way to ${who.email}. It works for ${VERIFY_HOURS} hours.` }
})

const passwordForm = z.object({ current: optional(passwordField), password: newPasswordField })

/** Ends all other sessions; this one goes on under a new cookie. */
export const savePassword = learnerAction(
  passwordForm,
  async ({ current, password }, learner): Promise<Said> => {
    const db = await database()
    const profile = await findProfile(db, learner)
    if (!profile) return SIGNED_OUT
    const hasPassword = (await findPasswordHash(db, learner)) !== undefined
    const confirmed = hasPassword ? await confirmPassword(db, learner, current, 'current') : undefined
    if (confirmed?.ok === false) return confirmed
    const fault = passwordFault(password, [profile.name, profile.email])
    if (fault) return refusedField('password', fault)
    const secret = await hashPassword(password)
    const change = { secret, was: confirmed?.hash, identityId: randomUUID() }
    const sessionVersion = await setPassword(db, learner, change, Date.now())
    if (sessionVersion === undefined) return SIGNED_OUT
    await startSession({ id: learner.id, sessionVersion })
    refresh()
    return { ok: true, message: 'Your new password is set. You are signed out everywhere else.' }
  },
)

const LAST_WAY =
  'You could not come in without it, so it stays. A password counts once your account has an email address.'

export const removeService = learnerAction(
  z.object({ identity: z.string().max(64) }),
  async ({ identity }, learner): Promise<Said> => {
    const removed = await removeIdentity(await database(), learner, identity)
    if (!removed) return { ok: false, message: LAST_WAY }
    refresh()
    return { ok: true, message: 'Removed.' }
  },
)

/** Signs out on this browser: whoever asks, since there is nothing to prove for it. */
export const signOut = publicAction(z.object({}), async (): Promise<Said> => {
  await endSession()
  redirect(routes.home())
})

export const signOutEverywhere = learnerAction(z.object({}), async (_input, learner): Promise<Said> => {
  await endAllSessions(await database(), learner)
  await endSession()
  redirect(routes.home())
})

const eraseForm = z.object({ password: optional(passwordField), name: optional(z.string().max(200)) })

/** For good. The password is asked for, or the name to be typed by who has none. */
export const eraseAccount = learnerAction(eraseForm, async ({ password, name }, learner): Promise<Said> => {
  const db = await database()
  const profile = await findProfile(db, learner)
  if (!profile) return SIGNED_OUT
  if (await findPasswordHash(db, learner)) {
    const confirmed = await confirmPassword(db, learner, password, 'password')
    if (!confirmed.ok) return confirmed
  } else if (name?.trim() !== profile.name) return refusedField('name', 'Type your name as it stands above.')
  if (!(await eraseLearner(db, learner))) {
    const classes = (await listSoleClasses(db, learner)).map((one) => one.name).join(', ')
    return classes
      ? { ok: false, message: `Nobody else teaches ${classes}. Hand it over or delete it first.` }
      : SIGNED_OUT
  }
  await endSession()
  redirect(routes.signInBecause('erased'))
})
