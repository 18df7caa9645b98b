import { plainText } from '@/lib/content/plain-text'
import type { Answer } from '@/lib/rules/answer'
import { GRADE_WORDS } from '@/lib/rules/answer'
import type { ItemBody } from '@/lib/rules/item'

/** What an item asks, as one line of plain text. */
export function askedInWords(body: ItemBody): Promise<string> {
  if (body.kind === 'card') return plainText(body.front)
  return plainText(body.kind === 'question' ? body.stem : body.task)
}

/** An answer as a person would read it out, in the version it was given to; a learner's own words as they stand. */
export async function answerInWords(answer: Answer, body: ItemBody): Promise<string> {
  if (answer.kind === 'card') return GRADE_WORDS[answer.grade]
  if (answer.kind === 'prompt') return answer.text
  const options = body.kind === 'question' ? body.options : []
  const chosen = options.filter(({ id }) => answer.chosen.includes(id))
  return (await Promise.all(chosen.map(({ text }) => plainText(text)))).join('; ')
}
