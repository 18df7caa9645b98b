'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { database } from '@/db/client'
import { assignDeck, unassignDeck } from '@/db/queries/assignments'
import { readTimeZone } from '@/db/queries/class-settings'
import { archiveClass, deleteClass, renameClass, replaceCode } from '@/db/queries/classes'
import { demote, handOver, promote, removeLearner } from '@/db/queries/members'
import { classNameField, idField, instructorAction, NOT_YOURS } from '@/lib/class-action'
import { optional } from '@/lib/form'
import { type Refusal, type Result, refusedField } from '@/lib/result'
import { routes } from '@/lib/routes'
import { endOfDate } from '@/lib/rules/due-date'

type Said = Result<{ message?: string }>

/** The page shows what was changed, besides saying it. */
function done(message: string): Said {
  refresh()
  return { ok: true, message }
}

const gone = (message: string): Refusal => ({ ok: false, reason: 'gone', message })
const member = z.object({ member: idField })
const NOBODY = gone('They are not in the class any more. Reload the page to see who is.')
const NO_HEIR = gone('They cannot teach the class: they have left it, or their account is disabled.')

export const rename = instructorAction(
  z.object({ name: classNameField }),
  async ({ name }, instructor): Promise<Said> =>
    (await renameClass(await database(), instructor, name)) ? done(`It is called ${name} now.`) : NOT_YOURS,
  { keep: ['name'] },
)

export const makeNewCode = instructorAction(
  z.object({}),
  async (_, instructor): Promise<Said> =>
    (await replaceCode(await database(), instructor))
      ? done('There is a new code. The old one leads nowhere.')
      : NOT_YOURS,
)

const NO_DATE = 'Choose a date, or leave it empty for none.'
const due = optional(z.string().max(10, NO_DATE))

/** Assigns a deck, or moves its due date: the end of that date in the instructor's zone. */
export const assign = instructorAction(
  z.object({ deck: idField, due }),
  async ({ deck, due }, instructor): Promise<Said> => {
    const db = await database()
    const zone = due === undefined ? undefined : await readTimeZone(db, instructor.learner)
    if (due !== undefined && !zone) return NOT_YOURS
    const dueAt = due && zone ? endOfDate(due, zone) : undefined
    if (due !== undefined && dueAt === undefined) return refusedField('due', NO_DATE)
    const assigned = await assignDeck(db, instructor, deck, dueAt, Date.now())
    return assigned ? done('The class has it.') : gone('There is no such deck any more.')
  },
  { keep: ['deck', 'due'] },
)

export const unassign = instructorAction(
  z.object({ deck: idField }),
  async ({ deck }, instructor): Promise<Said> =>
    (await unassignDeck(await database(), instructor, deck))
      ? done('It is not assigned any more. Everybody keeps their answers.')
      : gone('It was not assigned any more.'),
)

export const makeInstructor = instructorAction(
  member,
  async (input, instructor): Promise<Said> =>
    (await promote(await database(), instructor, input.member))
      ? done('They teach the class with you.')
      : NO_HEIR,
)

/** Takes the role from an instructor; who steps down themself goes on to what is left to them. */
export const stepDown = instructorAction(member, async (input, instructor): Promise<Said> => {
  if (!(await demote(await database(), instructor, input.member)))
    return { ok: false, message: 'A class needs an instructor. Make somebody else one first.' }
  if (input.member === instructor.learner.id) redirect(routes.classes())
  return done('They are no instructor of the class any more.')
})

export const remove = instructorAction(
  member,
  async (input, instructor): Promise<Said> =>
    (await removeLearner(await database(), instructor, input.member))
      ? done('They are out of the class. Their work stays theirs.')
      : NOBODY,
)

export const giveAway = instructorAction(member, async (input, instructor): Promise<Said> => {
  if (!(await handOver(await database(), instructor, input.member))) return NO_HEIR
  redirect(routes.classes())
})

export const archive = instructorAction(
  z.object({}),
  async (_, instructor): Promise<Said> =>
    (await archiveClass(await database(), instructor, Date.now()))
      ? done('The class is archived. Nobody can join it.')
      : NOT_YOURS,
)

export const unarchive = instructorAction(
  z.object({}),
  async (_, instructor): Promise<Said> =>
    (await archiveClass(await database(), instructor, undefined))
      ? done('The class is open again.')
      : NOT_YOURS,
)

/** Deletes the class when its name was typed as it is. */
export const destroy = instructorAction(
  z.object({ typed: classNameField }),
  async ({ typed }, instructor): Promise<Said> => {
    if (await deleteClass(await database(), instructor, typed)) redirect(routes.classes())
    const message = 'This is not its name. Type it exactly as it stands above.'
    return { ok: false, reason: 'invalid', message, fields: { typed: message } }
  },
  { keep: ['typed'] },
)
