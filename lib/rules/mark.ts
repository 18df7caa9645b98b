import type { Answer, Verdict } from './answer'
import { LONGEST_EXPLANATION } from './answer'
import { SCORER_VERSION, scoreExplanation } from './explain/score'
import type { ItemBody } from './item'

/** Versions of the marking rule per kind. A prompt's is the scorer's. */
const RULES = { card: 1, question: 1, prompt: SCORER_VERSION } as const

/**
 * Why an answer cannot be an answer to this item, as a sentence for whoever gave it; absent when it fits.
 * @param body the version of the item that was seen
 */
export function misfit(body: ItemBody, answer: Answer): string | undefined {
  if (body.kind !== answer.kind) return 'This answer does not belong to this item.'
  if (body.kind === 'question' && answer.kind === 'question') {
    const known = new Set(body.options.map((option) => option.id))
    if (answer.chosen.length === 0) return 'Choose an option first.'
    if (answer.chosen.some((id) => !known.has(id)))
      return 'This answer names an option that the question does not have.'
    if (new Set(answer.chosen).size !== answer.chosen.length) return 'This answer names an option twice.'
    if (!body.several && answer.chosen.length > 1) return 'Choose one option.'
  }
  if (answer.kind === 'prompt') {
    if (answer.text.trim() === '') return 'Write your explanation first.'
    if (answer.text.length > LONGEST_EXPLANATION)
      return `Your explanation is longer than ${LONGEST_EXPLANATION.toLocaleString('en')} characters. Shorten it a little.`
  }
  return undefined
}

/**
 * The order in which a question's options were shown, if it can be one: each of them once. An order that cannot is
 * dropped rather than the answer refused, which is worth more than how it was asked.
 */
export function shownOrder(body: ItemBody, order: readonly string[] | undefined): string[] | undefined {
  if (body.kind !== 'question' || order?.length !== body.options.length) return undefined
  const shown = new Set(order)
  return body.options.every(({ id }) => shown.has(id)) ? [...order] : undefined
}

/**
 * Marks an answer against the version of the item that was seen.
 *
 * A card's mark is its own grade (Forgot 0, all else 1: it was recalled). A question is right when exactly the right
 * options were chosen: part marks would let "choose everything" earn something. A prompt earns the share of its
 * concepts that were covered.
 * @throws Error when the answer does not fit the item; ask `misfit` first
 */
export function mark(body: ItemBody, answer: Answer): Verdict {
  if (body.kind === 'card' && answer.kind === 'card')
    return { rule: RULES.card, mark: answer.grade === 'forgot' ? 0 : 1 }
  if (body.kind === 'question' && answer.kind === 'question') {
    const right = body.options.filter((option) => option.correct).map((option) => option.id)
    const correct = right.length === answer.chosen.length && right.every((id) => answer.chosen.includes(id))
    return { rule: RULES.question, mark: correct ? 1 : 0, right, total: body.options.length }
  }
  if (body.kind === 'prompt' && answer.kind === 'prompt') {
    const covered = scoreExplanation(answer.text, body.concepts, body.language)
      .filter((concept) => concept.covered)
      .map((concept) => concept.id)
    const total = body.concepts.length
    return { rule: RULES.prompt, mark: covered.length / total, covered, total }
  }
  throw new Error(`A ${answer.kind}'s answer cannot be marked as a ${body.kind}'s.`)
}
