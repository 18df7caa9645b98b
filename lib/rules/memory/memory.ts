/** How well an answer shows that the item was recalled, in the words of FSRS. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
export type Rating = (typeof RATINGS)[number]

export const MEMORY_STATES = ['learning', 'review', 'relearning'] as const
export type MemoryState = (typeof MEMORY_STATES)[number]

/** What is known of how well one learner remembers one item. Times are epoch milliseconds on the clock of whoever asks. */
export type Memory = {
  state: MemoryState
  /** Days after which recall is down to 90 %. */
  stability: number
  /** 1 to 10. */
  difficulty: number
  dueAt: number
  reviewedAt: number
  /** Whole days from the last review to the next; 0 within the steps of (re)learning. */
  intervalDays: number
  /** Which step of (re)learning comes next, from 0. */
  step: number
  reviews: number
  /** How often it was forgotten after it had been learned. */
  lapses: number
}

/** What scheduling depends on, all of it, at one moment. */
export type Dials = {
  /** IANA name. */
  timeZone: string
  /** Hour at which the next day starts. */
  dayStartHour: number
  /** The share of what comes due that the learner wants to recall, 0.70 to 0.97. */
  retention: number
  maximumIntervalDays: number
  /** FSRS's 21 weights; absent for its defaults. */
  weights?: readonly number[]
}

/** A dial that was turned: a fact. */
export type DialFact = Dials & { id: string; setAt: number; holdsFrom: number }
