import type { Path } from './findings'
import { suggestion } from './nearest'
import { folded, likeness } from './options'
import type { Complaint } from './schema-findings'

const LISTS = ['cards', 'questions', 'prompts'] as const

type Fields = Record<string, unknown>
type Member = { path: Path; fields: Fields }

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const members = (value: unknown, path: Path): Member[] =>
  Array.isArray(value) ? value.map((each, at) => ({ path: [...path, at], fields: fields(each) })) : []

/**
 * What a schema cannot say about a deck. Takes the values as they were written, so that one slip in an item does not
 * hide the others: whatever has the wrong type is passed over here and named by the schema.
 */
export function deckComplaints(value: unknown): Complaint[] {
  const deck = fields(value)
  const items = LISTS.flatMap((list) => members(deck[list], [list]))
  const questions = members(deck.questions, ['questions'])
  const concepts = members(deck.prompts, ['prompts']).flatMap(({ path, fields: prompt }) =>
    members(prompt.concepts, [...path, 'concepts']),
  )
  return [
    ...(items.length === 0 && value !== undefined
      ? [{ path: [], message: 'The deck has no items. Add cards, questions or prompts.' }]
      : []),
    ...twice(items, 'Another item of this deck has the id'),
    ...twice(concepts, 'Another concept of this deck has the id'),
    ...questions.flatMap(questionComplaints),
    ...unknownConcepts(items, concepts),
    ...concepts.flatMap(conceptComplaints),
  ]
}

function twice(group: readonly Member[], sentence: string): Complaint[] {
  const seen = new Set<unknown>()
  return group.flatMap(({ path, fields: { id } }) => {
    if (typeof id !== 'string' || !seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ path: [...path, 'id'], message: `${sentence} "${id}". Choose another.` }]
  })
}

function questionComplaints({ path, fields: question }: Member): Complaint[] {
  const options = members(question.options, [...path, 'options'])
  return [
    ...twice(options, 'Another option of this question has the id'),
    ...rightOptions(question, options, [...path, 'options']),
    ...options.flatMap((option, at) => alike(option, options.slice(0, at))),
  ]
}

function rightOptions(question: Fields, options: readonly Member[], path: Path): Complaint[] {
  const flags = options.map((option) => option.fields.correct)
  if (flags.length === 0 || !flags.every((flag) => typeof flag === 'boolean')) return []
  const right = flags.filter(Boolean).length
  if (right === 0) return [{ path, message: 'No option is right. Set "correct: true" on the right one.' }]
  if (right > 1 && (question.select ?? 'one') === 'one')
    return [
      {
        path,
        message: `${right} options are right, but one can be chosen. Keep one right, or write "select: several".`,
      },
    ]
  return []
}

function alike({ path, fields: { text } }: Member, earlier: readonly Member[]): Complaint[] {
  if (typeof text !== 'string') return []
  return earlier.flatMap(({ fields: other }): Complaint[] => {
    if (typeof other.text !== 'string') return []
    const found = likeness(text, other.text)
    if (found === 'different') return []
    const message =
      found === 'same'
        ? `This option says the same as "${String(other.id)}". Write another one or remove it.`
        : `This option is hard to tell from "${String(other.id)}". Make the difference plain.`
    return [{ path: [...path, 'text'], message, ...(found === 'close' && { severity: 'warning' }) }]
  })
}

function unknownConcepts(items: readonly Member[], concepts: readonly Member[]): Complaint[] {
  const known = concepts.map(({ fields: { id } }) => id).filter((id) => typeof id === 'string')
  return items
    .filter(({ path }) => path[0] !== 'prompts')
    .flatMap(({ path, fields: item }) => {
      const named: unknown[] = Array.isArray(item.concepts) ? item.concepts : []
      return named.flatMap((id, at) =>
        typeof id !== 'string' || known.includes(id)
          ? []
          : [
              {
                path: [...path, 'concepts', at],
                message: `No prompt of this deck has the concept "${id}".${suggestion(id, known, 'Concepts of this deck')}`,
              },
            ],
      )
    })
}

function conceptComplaints({ path, fields: { accept, hint } }: Member): Complaint[] {
  const phrasings = (Array.isArray(accept) ? accept : []).filter((each) => typeof each === 'string')
  const seen = new Set<string>()
  const repeated = phrasings.flatMap((phrasing, at): Complaint[] => {
    const key = folded(phrasing)
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const message = `"${phrasing}" is accepted already. Remove one of the two.`
    return [{ path: [...path, 'accept', at], message, severity: 'warning' }]
  })
  const given = phrasings.find(
    (each) => each && typeof hint === 'string' && folded(hint).includes(folded(each)),
  )
  if (given === undefined) return repeated
  const message = `The hint says "${given}", which earns the concept. Hint without giving it away.`
  return [...repeated, { path: [...path, 'hint'], message, severity: 'warning' }]
}
