import { unstable_isUnrecognizedActionError as isUnrecognizedAction } from 'next/navigation'
import type { KeptAnswer } from '@/lib/browser/kept-answers'
import type { Refusal } from '@/lib/result'
import type { AnswerAction, AnswerResult } from './results'

/** What came of sending an answer. `lost`: no reply; `updated`: the server is newer than this page. */
export type Outcome =
  | { state: 'answered'; result: AnswerResult }
  | { state: 'refused'; refusal: Refusal }
  | { state: 'lost' }
  | { state: 'updated' }

/** A reply that takes longer is as good as none: the person may try again, and the same id counts once. */
const LONGEST_WAIT_MS = 20_000

/** Sends an answer through the page's action. Never throws: an answer on the screen must stay there. */
export async function sendAnswer(action: AnswerAction, answer: KeptAnswer): Promise<Outcome> {
  let timer = 0
  const waited = new Promise<undefined>((resolve) => {
    timer = window.setTimeout(resolve, LONGEST_WAIT_MS)
  })
  try {
    const result = await Promise.race([action(undefined, formOf(answer)), waited])
    if (!result) return { state: 'lost' }
    return result.ok ? { state: 'answered', result } : { state: 'refused', refusal: result }
  } catch (error) {
    return { state: isUnrecognizedAction(error) ? 'updated' : 'lost' }
  } finally {
    clearTimeout(timer)
  }
}

/** The fields a form without scripts sends, and those that only an island knows. */
function formOf({ answer, order = [], hints = [], ...kept }: KeptAnswer): FormData {
  const form = new FormData()
  for (const name of ['id', 'item', 'hash', 'answeredAt', 'durationMs', 'studySession', 'learner'] as const) {
    const value = kept[name]
    if (value !== undefined && value !== null) form.set(name, String(value))
  }
  for (const option of order) form.append('order', option)
  for (const hint of hints) form.append('hints', hint)
  if (answer.kind === 'card') form.set('grade', answer.grade)
  if (answer.kind === 'prompt') form.set('text', answer.text)
  if (answer.kind === 'question') for (const option of answer.chosen) form.append('chosen', option)
  return form
}
