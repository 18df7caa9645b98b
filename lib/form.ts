import { z } from 'zod'
import type { Refusal } from './result'

/** A form as a plain object: a name sent once is its value, a name sent several times the list of them. */
export function formObject(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const object: Record<string, FormDataEntryValue | FormDataEntryValue[]> = Object.create(null)
  for (const name of new Set(form.keys())) {
    // Names that Next adds to find the action are no input.
    if (name.startsWith('$ACTION')) continue
    const values = form.getAll(name)
    object[name] = values.length === 1 && values[0] !== undefined ? values[0] : values
  }
  return object
}

/** A field that may be sent any number of times, none included: always a list. `most` bounds its length. */
export function repeated<T extends z.ZodType>(item: T, most = 100) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most),
  )
}

/** A field that a form may leave empty: an empty value is an absent one. */
export function optional<T extends z.ZodType>(field: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), field.optional())
}

/** A whole number typed into a field, between two bounds that both count. */
export function wholeNumber(least: number, most: number) {
  const words = `Type a whole number from ${least} to ${most}.`
  return z
    .string({ error: words })
    .trim()
    .regex(/^\d{1,6}$/, words)
    .transform(Number)
    .pipe(z.number().min(least, words).max(most, words))
}

/** What people typed as one line, without characters that would not show or would turn the text around. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()

/** Says which fields are to be changed, one sentence for each. */
export function invalid(error: z.ZodError): Refusal {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    if (name && !(name in fields)) fields[name] = issue.message
  }
  const sentences = Object.values(fields)
  const [only] = sentences
  return {
    ok: false,
    reason: 'invalid',
    message: sentences.length === 1 && only ? only : 'Some fields need another look.',
    fields,
  }
}
