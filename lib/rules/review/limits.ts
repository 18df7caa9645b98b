/** How much of a day's work a learner wants. Absent in `newOfDeck` is what follows `newADay` alone. */
export type Limits = {
  newADay: number
  reviewsADay: number
  /** After a break: so many reviews a day, and nothing new, until all that waits is done. */
  catchUpADay?: number | undefined
  newOfDeck: ReadonlyMap<string, number>
}

/** What was done on this day already. */
export type Done = {
  /** Items met for the first time, over all decks and by deck. */
  added: number
  addedOfDeck: ReadonlyMap<string, number>
  /** First answers of the day to items that were in review: what the limit of reviews counts, as in Anki. */
  reviews: number
}

/** What is left of a day's limits. A step of learning has none: it belongs to what was begun. */
export type Allowance = { reviews: number; fresh: number; freshOfDeck: (deckId: string) => number }

/**
 * What may still be asked today.
 * @param waiting how many reviews are due now, those beyond the limit included
 */
export function allowance(limits: Limits, done: Done, waiting: number): Allowance {
  const catching = isCatchingUp(limits, done, waiting)
  const reviewsADay = catching ? Math.min(limits.catchUpADay ?? 0, limits.reviewsADay) : limits.reviewsADay
  const fresh = catching ? 0 : Math.max(limits.newADay - done.added, 0)
  return {
    reviews: Math.max(reviewsADay - done.reviews, 0),
    fresh,
    freshOfDeck: (deckId) => {
      const wanted = limits.newOfDeck.get(deckId)
      if (wanted === undefined) return fresh
      return Math.max(Math.min(fresh, wanted - (done.addedOfDeck.get(deckId) ?? 0)), 0)
    },
  }
}

/** Whether a plan after a break is still under way: more waits than its portion of today. */
export function isCatchingUp({ catchUpADay }: Limits, done: Done, waiting: number): boolean {
  return catchUpADay !== undefined && waiting > Math.max(catchUpADay - done.reviews, 0)
}
