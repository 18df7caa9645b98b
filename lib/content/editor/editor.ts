import type { DeckFile } from '@/lib/content/schema'
import type { Complaint } from '@/lib/content/schema-findings'
import { aboutOptions } from './about-options'
import { giveaway } from './giveaway'
import { type Habit, tongueOf } from './habit'
import { lengthCue } from './length-cue'
import { levelMix } from './level-mix'
import { longSentence } from './long-sentence'
import { negativeStem } from './negative-stem'
import { ownWords } from './own-words'
import { placeCue } from './place-cue'
import { sameQuestion } from './same-question'
import { twoInOne } from './two-in-one'

const HABITS: readonly Habit[] = [
  lengthCue,
  placeCue,
  aboutOptions,
  negativeStem,
  twoInOne,
  giveaway,
  ownWords,
  sameQuestion,
  longSentence,
  levelMix,
]

/** What a good editor would say about one deck, all of it warnings. */
export function editorComplaints(deck: DeckFile): Complaint[] {
  const tongue = tongueOf(deck.language)
  return HABITS.flatMap((habit) => habit(deck, tongue))
}
