export const GRADES = ['forgot', 'hard', 'good', 'easy'] as const
export type Grade = (typeof GRADES)[number]
/** Grades as everybody reads them, learner and instructor. */
export const GRADE_WORDS: Record<Grade, string> = {
  forgot: 'Forgot',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
}

/** Where an answer was given. `extra` is practice that never moves a schedule; `graded` belongs to an assignment. */
export const CONTEXTS = ['deck', 'review', 'extra', 'graded'] as const
export type Context = (typeof CONTEXTS)[number]

export const CERTAINTIES = ['guess', 'think', 'sure'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** UTF-16 code units: about four screens of a phone, far more than any prompt asks for. */
export const LONGEST_EXPLANATION = 4000

export type CardAnswer = { kind: 'card'; grade: Grade }
export type QuestionAnswer = { kind: 'question'; chosen: readonly string[] }
export type PromptAnswer = { kind: 'prompt'; text: string }
export type Answer = CardAnswer | QuestionAnswer | PromptAnswer

/** What an answer earned, and by which version of the rule: enough to show it and to mark it again. */
export type Verdict = {
  /** Version of the marking rule of this kind. */
  rule: number
  /** 0 to 1. */
  mark: number
  /** Prompt: ids of the concepts covered, in the item's order. */
  covered?: readonly string[]
  /** How many concepts a prompt had, or options a question, in the version seen. */
  total?: number
  /** Question: ids of the right options in the version seen. */
  right?: readonly string[]
}

/** How many kept answers one request may carry: twenty of the longest fit into what a form may send. */
export const KEPT_PER_CALL = 20
