import type { Concept } from '../item'

/** Raised whenever the same answer could be marked differently: verdicts name the version that gave them. */
export const SCORER_VERSION = 1

/** A stretch of the learner's own words, as UTF-16 offsets into the answer: [start, end). */
export type Evidence = { start: number; end: number }

export type ConceptScore = { id: string; covered: boolean; evidence: readonly Evidence[] }

export type Score = (text: string, concepts: readonly Concept[], language: string) => readonly ConceptScore[]
