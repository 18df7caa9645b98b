import { expect, it } from 'vitest'
import { z } from 'zod'
import { formObject, invalid, oneLine, optional, repeated, wholeNumber } from './form'

const schema = z.object({
  name: z.string().min(1, 'Say what you are called.'),
  note: optional(z.string().max(3, 'At most 3 characters.')),
  chosen: repeated(z.string(), 2),
})

function form(...pairs: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

it('reads a field sent once, several times, or not at all', () => {
  const read = (data: FormData) => schema.parse(formObject(data))
  expect(read(form(['name', 'A'], ['note', '']))).toEqual({ name: 'A', chosen: [] })
  expect(read(form(['name', 'A'], ['chosen', 'x']))).toMatchObject({ chosen: ['x'] })
  expect(read(form(['name', 'A'], ['chosen', 'x'], ['chosen', 'y']))).toMatchObject({ chosen: ['x', 'y'] })
})

it('leaves out what the framework adds, and is not moved by a field named __proto__', () => {
  expect(Object.keys(formObject(form(['$ACTION_ID_1', ''], ['__proto__', 'x'])))).toEqual(['__proto__'])
})

it('refuses a single field that was sent twice, and a list that is too long', () => {
  const fields = (data: FormData) => {
    const { error } = schema.safeParse(formObject(data))
    return error && invalid(error)
  }
  expect(Object.keys(fields(form(['name', 'A'], ['name', 'B']))?.fields ?? {})).toEqual(['name'])
  const long = form(['name', ''], ['chosen', 'x'], ['chosen', 'y'], ['chosen', 'z'], ['note', 'long'])
  expect(fields(long)).toMatchObject({
    ok: false,
    reason: 'invalid',
    message: 'Some fields need another look.',
    fields: { name: 'Say what you are called.', note: 'At most 3 characters.' },
  })
})

it('makes one line of a name, and takes out what would not show', () => {
  expect(oneLine('  Ada\n\tLovelace\u202e ')).toBe('Ada Lovelace')
  expect(oneLine('\u200b\u0007')).toBe('')
})

it('takes a whole number between its bounds, both counting, and nothing else for one', () => {
  const field = wholeNumber(7, 70)
  expect(['7', ' 70 '].map((typed) => field.parse(typed))).toEqual([7, 70])
  for (const typed of ['6', '71', '', '7.5', '1e1', '-8', '0x10', '٩', undefined, ['8', '9']])
    expect(field.safeParse(typed).error?.issues[0]?.message).toBe('Type a whole number from 7 to 70.')
})
