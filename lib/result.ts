/** Why an action did nothing, where the page does something about it. */
export type Reason = 'signed-out' | 'other-learner' | 'gone' | 'busy' | 'invalid'

/** An expected failure, in words for the person who met it. */
export type Refusal = {
  ok: false
  message: string
  reason?: Reason
  /** By name of the field: what is to be changed. */
  fields?: Record<string, string>
  /** What was typed, for a form that comes back; never a password. */
  values?: Record<string, string>
}

/** What every action returns. Anything unexpected throws instead, and the page's `error.tsx` answers. */
export type Result<T extends object = object> = ({ ok: true } & T) | Refusal

/** The answer to somebody whose session has ended, or who never had one. */
export const SIGNED_OUT: Refusal = {
  ok: false,
  reason: 'signed-out',
  message: 'You are not signed in any more. Sign in, then do this again.',
}

/** A refusal that is about one field. */
export const refusedField = (field: string, message: string): Refusal => ({
  ok: false,
  reason: 'invalid',
  message,
  fields: { [field]: message },
})
