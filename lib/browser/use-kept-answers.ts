import { useMemo, useSyncExternalStore } from 'react'
import { type KeptAnswer, keptAnswers, keptText, onKept } from './kept-answers'

/** What this browser keeps of a learner, or with null of nobody, as it is now: other tabs keep and send too. */
export function useKeptAnswers(learner: string | null): KeptAnswer[] {
  const text = useSyncExternalStore(onKept, keptText, () => '')
  return useMemo(() => (text ? keptAnswers(learner) : []), [text, learner])
}
