import { z } from 'zod'
import { learnerAction } from './action'
import { oneLine } from './form'
import { currentInstructor } from './guards'
import type { Instructor } from './identity'
import type { Refusal, Result } from './result'

/** The answer to somebody who does not teach the class: the same whether there is such a class or not. */
export const NOT_YOURS: Refusal = {
  ok: false,
  reason: 'gone',
  message: 'This class is not yours to change. You may have stepped down, or it was deleted.',
}

export const idField = z.string().min(1).max(100)

export const classNameField = z
  .string({ error: 'Name the class.' })
  .transform(oneLine)
  .pipe(z.string().min(1, 'Name the class.').max(80, 'A class name has 80 characters at most.'))

/** An action of a class's instructor. The field `class` says which class; the guard says whether it is theirs. */
export function instructorAction<S extends z.ZodObject, T extends object = { message?: string }>(
  schema: S,
  act: (input: z.output<S>, instructor: Instructor) => Promise<Result<T>>,
  options: { keep?: readonly string[] } = {},
) {
  const withClass = z.intersection(z.object({ class: idField }), schema)
  return learnerAction(
    withClass,
    async (input): Promise<Result<T>> => {
      const instructor = await currentInstructor(input.class)
      return instructor ? act(input as z.output<S>, instructor) : NOT_YOURS
    },
    options,
  )
}
