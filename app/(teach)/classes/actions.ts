'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { database } from '@/db/client'
import { createClass } from '@/db/queries/classes'
import { leaveClass } from '@/db/queries/joining'
import { learnerAction } from '@/lib/action'
import { classNameField, idField } from '@/lib/class-action'
import { type Refusal, SIGNED_OUT } from '@/lib/result'
import { routes } from '@/lib/routes'
import { readCode } from '@/lib/rules/class/code'

/** Makes a class that the learner teaches, and leads to it. */
export const makeClass = learnerAction(
  z.object({ name: classNameField }),
  async ({ name }, learner): Promise<Refusal> => {
    const id = await createClass(await database(), learner, name, Date.now())
    if (!id) return SIGNED_OUT
    redirect(routes.class(id))
  },
  { keep: ['name'] },
)

const codeField = z
  .string({ error: 'Type the code that your instructor gave you.' })
  .max(40)
  .transform((typed, context) => {
    const code = readCode(typed)
    if (code) return code
    context.addIssue('A code has 8 letters and digits, never 0, 1, I or O. Look at it once more.')
    return z.NEVER
  })

/** Leads to what joining by a typed code would mean. */
export const openInvitation = learnerAction(
  z.object({ code: codeField }),
  async ({ code }): Promise<Refusal> => redirect(routes.join(code)),
  { keep: ['code'] },
)

/** Leaves a class, as its learner or as one of several instructors. */
export const leave = learnerAction(z.object({ class: idField }), async (input, learner): Promise<Refusal> => {
  const outcome = await leaveClass(await database(), learner, input.class)
  if (outcome === 'only-instructor')
    return {
      ok: false,
      message: 'You are its only instructor. Hand the class over first, or delete it.',
    }
  redirect(routes.classes())
})
