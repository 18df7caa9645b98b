import { newId } from './new-id'

const KEY = 'study-session'
/** After half an hour without an answer the next one starts another session of study. */
const IDLE_MS = 30 * 60_000

let current: { id: string; lastAt: number } | undefined

/**
 * The session of study an answer belongs to: one per tab, until there has been no answer for half an hour.
 * @param now epoch milliseconds
 */
export function studySession(now: number): string {
  const known = current ?? stored()
  current = { id: known && now - known.lastAt < IDLE_MS ? known.id : newId(), lastAt: now }
  try {
    sessionStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // Blocked: the session lasts as long as the page is open.
  }
  return current.id
}

/** Ends the session of study of this tab: the next answer begins another. */
export function endStudySession(): void {
  current = undefined
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Blocked: nothing was stored.
  }
}

function stored(): typeof current {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return typeof kept?.id === 'string' && typeof kept.lastAt === 'number' ? kept : undefined
  } catch {
    return undefined
  }
}
