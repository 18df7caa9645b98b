import { forget, type KeptAnswer } from '@/lib/browser/kept-answers'
import type { Reason } from '@/lib/result'
import { KEPT_PER_CALL } from '@/lib/rules/answer'
import type { KeepAction } from './results'

export type Kept = {
  kept: number
  refused: number
  /** Not tried, or tried without a reply: they stay in the browser. */
  left: KeptAnswer[]
  /** Why some are left. */
  message?: string
  reason?: Reason
}

/** An explanation may be long; a request stays well below what the server reads of one. */
const MOST_CHARACTERS = 60_000

/**
 * Sends answers that the browser kept, a few at a time, and forgets each as soon as its fate is known. Sent twice, by
 * two tabs or after a lost reply, an answer still counts once: it has its id.
 * @param learner who the page says is signed in, and agreed to it: when the cookie is somebody else's by now, the
 *   server refuses, and the answers stay
 */
export async function sendKept(
  action: KeepAction,
  learner: string,
  answers: readonly KeptAnswer[],
): Promise<Kept> {
  const done: Kept = { kept: 0, refused: 0, left: [...answers] }
  while (done.left.length > 0) {
    const some = portion(done.left)
    const sent = some.map((answer) => ({ ...answer, learner }))
    const result = await action(undefined, { answers: sent }).catch(() => undefined)
    if (!result?.ok)
      return {
        ...done,
        reason: result?.reason,
        message: result?.message ?? 'Not saved yet: there was no reply. They stay here; try again.',
      }
    const settled = new Set([...result.kept, ...result.refused.map(({ id }) => id)])
    if (settled.size === 0) return { ...done, message: 'Not saved yet: the server is busy. Try again.' }
    forget([...settled])
    done.kept += result.kept.length
    done.refused += result.refused.length
    done.left = done.left.filter(({ id }) => !settled.has(id))
  }
  return done
}

/** As many as one call takes, at least one. */
function portion(answers: readonly KeptAnswer[]): KeptAnswer[] {
  const some: KeptAnswer[] = []
  let characters = 0
  for (const answer of answers) {
    characters += JSON.stringify(answer).length
    if (some.length > 0 && (some.length >= KEPT_PER_CALL || characters > MOST_CHARACTERS)) break
    some.push(answer)
  }
  return some
}
