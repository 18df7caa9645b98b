const KEY = 'review'

/** Remembers which item is before the learner, so that a reload of this tab begins with it. */
export function writePlace(learner: string, item: string): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ learner, item }))
  } catch {
    // Blocked: a reload begins with what the queue has first.
  }
}

/** The item that was before this learner in this tab. */
export function readPlace(learner: string): string | undefined {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return place?.learner === learner && typeof place.item === 'string' ? place.item : undefined
  } catch {
    return undefined
  }
}
