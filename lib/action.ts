import { headers } from 'next/headers'
import type { z } from 'zod'
import { writeFault } from '@/db/errors'
import { mayAct } from './act-limit'
import { clientAddress } from './client-address'
import { formObject, invalid } from './form'
import { currentLearner } from './guards'
import type { Learner } from './identity'
import { type Refusal, SIGNED_OUT } from './result'

/**
 * The two shapes of an action. Both are called as React calls a form's action, `(previous, form)`, or straight from
 * an island with a plain object in the form's place, and return what `act` returns or a refusal.
 */
type Action<S extends z.ZodType, R> = (
  previous: unknown,
  input: FormData | z.input<S>,
) => Promise<R | Refusal>

type Options = {
  /** Names of fields that come back with a refusal, so that nothing need be typed again. Never a password. */
  keep?: readonly string[]
  /** What is said to an input that fits the schema nowhere, when none of our own forms can send one. */
  misfit?: Refusal
}

/** Who calls a public action: perhaps a learner, and the address that limits are kept by. */
export type Visitor = { learner: Learner | undefined; address: string }

/** An action for somebody signed in. Whether the session still counts is found by the queries that take the learner. */
export function learnerAction<S extends z.ZodType, R extends { ok: boolean }>(
  schema: S,
  act: (input: z.output<S>, learner: Learner) => Promise<R>,
  options: Options = {},
): Action<S, R> {
  return async (_previous, input) => {
    const learner = await currentLearner()
    if (!learner) return SIGNED_OUT
    return check(schema, input, options, (checked) => act(checked, learner))
  }
}

/** An action for anybody, limited by learner, or by address where nobody is signed in. */
export function publicAction<S extends z.ZodType, R extends { ok: boolean }>(
  schema: S,
  act: (input: z.output<S>, visitor: Visitor) => Promise<R>,
  options: Options = {},
): Action<S, R> {
  return async (_previous, input) => {
    const address = clientAddress(await headers())
    const learner = await currentLearner()
    if (!mayAct({ learner: learner?.id, address }, Date.now())) return TOO_MUCH
    return check(schema, input, options, (checked) => act(checked, { learner, address }))
  }
}

const TOO_MUCH: Refusal = {
  ok: false,
  reason: 'busy',
  message: 'Too much came at once. Wait a moment, then try again.',
}

async function check<S extends z.ZodType, R extends { ok: boolean }>(
  schema: S,
  input: unknown,
  { keep = [], misfit }: Options,
  act: (input: z.output<S>) => Promise<R>,
): Promise<R | Refusal> {
  const object = input instanceof FormData ? formObject(input) : input
  const parsed = schema.safeParse(object)
  const result = parsed.success ? await act(parsed.data).catch(outOfReach) : (misfit ?? invalid(parsed.error))
  if (result.ok || keep.length === 0) return result
  return { ...result, values: kept(object, keep) }
}

/** A database that is away or full is nobody's mistake: it is said, and what was typed stays. The rest throws on. */
function outOfReach(error: unknown): Refusal {
  const fault = writeFault(error)
  if (fault === 'away')
    return {
      ok: false,
      reason: 'busy',
      message: 'The database cannot be reached just now. Try again in a moment.',
    }
  if (fault === 'full')
    return {
      ok: false,
      reason: 'busy',
      message: 'The server has no room left. Nothing was changed. Tell whoever runs this copy.',
    }
  throw error
}

/** UTF-16 code units of a field that come back: twice what the longest of them may hold. */
const LONGEST_KEPT = 4000

function kept(object: unknown, names: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of names) {
    const value = (object as Record<string, unknown> | undefined)?.[name]
    if (typeof value === 'string') values[name] = value.slice(0, LONGEST_KEPT)
  }
  return values
}
