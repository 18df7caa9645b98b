import type { Answer } from '@/lib/rules/answer'
import type { KeptAnswer } from './kept-answers'

/** An answer on its way: typed, or sent with no reply yet. It survives a reload of its tab, and no longer. */
export type Draft = {
  answer: Answer
  /** The version it is given to. */
  hash: string
  /** The attempt it was sent as, when it was: it may be sent again under the same id. */
  sent?: KeptAnswer
}

const key = (item: string) => `draft ${item}`

/** Keeps the draft of an item's answer, replacing an earlier one. Where storage is blocked it does nothing. */
export function writeDraft(item: string, draft: Draft): void {
  try {
    sessionStorage.setItem(key(item), JSON.stringify(draft))
  } catch {
    // Blocked or full: the answer stays on the screen all the same.
  }
}

export function dropDraft(item: string): void {
  try {
    sessionStorage.removeItem(key(item))
  } catch {
    // Blocked: then there is none.
  }
}

/** The draft of an answer to this item, if this tab has one. */
export function readDraft(item: string): Draft | undefined {
  try {
    const draft: Draft | null = JSON.parse(sessionStorage.getItem(key(item)) ?? 'null')
    return typeof draft?.hash === 'string' && typeof draft.answer?.kind === 'string' ? draft : undefined
  } catch {
    return undefined
  }
}
