import type { Answer } from '../answer'
import { GRADE_WORDS, GRADES } from '../answer'
import type { ItemBody } from '../item'
import type { FirstAnswer } from './dashboard'

/** Equal first answers to one version of an item, counted. */
export type AnswerGroup = {
  contentHash: string
  /** Absent for a prompt, whose answers are told by the concepts they covered. */
  answer: Answer | null
  covered: readonly string[] | null
  count: number
}

/**
 * What a class said at the first attempt on one item, each counted against those who were asked it: the options of a
 * question, the grades of a card, the concepts that were missed in a prompt. An answer is read in the version it was
 * given to; the same words in two versions are one line. The commonest comes first.
 * @param versions bodies by content hash
 */
export function firstAnswers(
  groups: readonly AnswerGroup[],
  versions: ReadonlyMap<string, ItemBody>,
): FirstAnswer[] {
  const lines = new Map<string, FirstAnswer>()
  const add = (text: string, count: number, of: number, right?: boolean) => {
    // An option that was right in one version and is wrong in another is two lines.
    const key = `${right} ${text}`
    const line = lines.get(key) ?? { text, count: 0, of: 0, ...(right !== undefined && { right }) }
    lines.set(key, line)
    line.count += count
    line.of += of
  }
  for (const { contentHash, answer, covered, count } of groups) {
    const body = versions.get(contentHash)
    if (body?.kind === 'question' && answer?.kind === 'question')
      for (const option of body.options)
        add(option.text, answer.chosen.includes(option.id) ? count : 0, count, option.correct)
    if (body?.kind === 'card' && answer?.kind === 'card')
      for (const grade of GRADES) add(GRADE_WORDS[grade], answer.grade === grade ? count : 0, count)
    if (body?.kind === 'prompt')
      for (const concept of body.concepts) add(concept.name, covered?.includes(concept.id) ? 0 : count, count)
  }
  const all = [...lines.values()]
  // Grades keep their own order, worst first.
  const graded = groups.some(({ answer }) => answer?.kind === 'card')
  return graded ? all : all.sort((a, b) => b.count - a.count)
}
