import type { Certainty, Verdict } from '../answer'
import type { Fact } from '../facts'
import type { Rating } from './memory'

/** An answer that took longer counts as having taken this long: people go and fetch tea. As Anki does. */
export const LONGEST_ANSWER_MS = 60_000

/** A right answer among so many options is a guess in a quarter of cases at most. */
const MANY_OPTIONS = 4

type Answered = Pick<Fact, 'answer' | 'verdict' | 'certainty' | 'optionOrder' | 'hints' | 'durationMs'>

/**
 * How well an answer shows that the item was recalled; the reasons are in docs/decisions/0007-memory.md.
 * What is right never comes out as Again, and what is wrong always does.
 * @param claimed whether its learner says that it was right
 */
export function rate(fact: Answered, claimed = false): Rating {
  const { answer, verdict, certainty } = fact
  if (answer.kind === 'card') return answer.grade === 'forgot' ? 'again' : answer.grade
  const mark = claimed ? 1 : verdict.mark
  if (answer.kind === 'question') return rateQuestion(mark, answer.chosen.length, fact)
  return ratePrompt(mark, certainty, (fact.hints?.length ?? 0) > 0)
}

/** Whether an answer is right enough that its item counts as recalled. */
export const isRecalled = (rating: Rating): boolean => rating !== 'again'

function rateQuestion(mark: number, chosen: number, fact: Answered): Rating {
  if (mark < 1) return 'again'
  if (fact.certainty === 'guess') return 'hard'
  if (fact.certainty === 'sure') return 'good'
  if ((fact.durationMs ?? 0) >= LONGEST_ANSWER_MS) return 'hard'
  return chosen > 1 || optionsOf(fact.verdict, fact.optionOrder) >= MANY_OPTIONS ? 'good' : 'hard'
}

/** How many options there were. Where that was not noted, it was as many as most questions have. */
const optionsOf = (verdict: Verdict, shown: Answered['optionOrder']): number =>
  verdict.total ?? shown?.length ?? MANY_OPTIONS

function ratePrompt(mark: number, certainty: Certainty | null | undefined, hinted: boolean): Rating {
  if (mark < 0.5) return 'again'
  if (mark < 1 || hinted) return 'hard'
  return certainty === 'sure' ? 'easy' : 'good'
}
