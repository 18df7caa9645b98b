import type { Answer } from '@/lib/rules/answer'

/** An answer that stays in this browser: given signed out, or not yet sent. */
export type KeptAnswer = {
  /** The attempt's id, a UUID: sent twice it is still one attempt. */
  id: string
  /** The item's full id, and the version that was seen. */
  item: string
  hash: string
  answer: Answer
  /** Epoch milliseconds. */
  answeredAt: number
  durationMs?: number
  /** Option ids in the order shown. */
  order?: string[]
  /** Hints opened before answering. */
  hints?: string[]
  studySession?: string
  /** The learner it was given as; null when nobody was signed in. A check, never a claim. */
  learner: string | null
  /** What the server made of it, 0 to 1, to show it again. It is marked anew when it is sent. */
  mark?: number
  /** Of an explanation: how many concepts it covered. */
  covered?: number
}

const KEY = 'answers'
const DAY_MS = 86_400_000
const listeners = new Set<() => void>()
/** As long as a claimed time counts: an answer sent later would count as given on the day it arrives. */
const UNSENT_DAYS = 14

/**
 * Keeps an answer; one with the same id is replaced.
 * @returns whether it could be kept: storage may be blocked or full
 */
export function keep(answer: KeptAnswer): boolean {
  return write([...read().filter((kept) => kept.id !== answer.id), answer])
}

/** Answers given as this learner, oldest first; with null those given while nobody was signed in. */
export function keptAnswers(learner: string | null): KeptAnswer[] {
  return read()
    .filter((kept) => kept.learner === learner)
    .sort((a, b) => a.answeredAt - b.answeredAt)
}

/** Drops answers: they were saved, or are not wanted. */
export function forget(ids: readonly string[]): void {
  const gone = new Set(ids)
  const all = read()
  const left = all.filter((kept) => !gone.has(kept.id))
  if (left.length < all.length) write(left)
}

/** Drops everything given as this learner: they sign out and leave nothing behind. */
export function forgetLearner(learner: string): void {
  forget(keptAnswers(learner).map((kept) => kept.id))
}

/**
 * Drops what is out of date: answers given signed out after a day, unsent ones after two weeks. Nobody's answer from
 * more than a day ahead was given while the clock was wrong, and would otherwise stay until then.
 * @param now epoch milliseconds
 */
export function prune(now: number): void {
  const isOver = ({ learner, answeredAt }: KeptAnswer) =>
    learner === null ? Math.abs(now - answeredAt) > DAY_MS : now - answeredAt > UNSENT_DAYS * DAY_MS
  forget(
    read()
      .filter(isOver)
      .map((kept) => kept.id),
  )
}

/** Tells when answers are kept or dropped, here or in another tab. Returns how to stop. */
export function onKept(changed: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) changed()
  }
  listeners.add(changed)
  addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(changed)
    removeEventListener('storage', elsewhere)
  }
}

/** All that is kept, as text: the same for as long as nothing changes. */
export function keptText(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Read anew each time: another tab may have written. What is not ours or broken reads as nothing. */
function read(): KeptAnswer[] {
  try {
    const kept: unknown = JSON.parse(keptText() || '[]')
    return Array.isArray(kept) ? kept.filter(isKept) : []
  } catch {
    return []
  }
}

function isKept(value: unknown): value is KeptAnswer {
  const kept = value as Partial<KeptAnswer> | null
  return (
    typeof kept?.id === 'string' &&
    typeof kept.item === 'string' &&
    typeof kept.hash === 'string' &&
    typeof kept.answeredAt === 'number' &&
    typeof kept.answer?.kind === 'string' &&
    (kept.learner === null || typeof kept.learner === 'string')
  )
}

function write(answers: readonly KeptAnswer[]): boolean {
  try {
    if (answers.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(answers))
  } catch {
    return false
  }
  for (const changed of listeners) changed()
  return true
}
