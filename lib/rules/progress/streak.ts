export type Streak = {
  /** Days studied in a row, up to today, or up to yesterday while today has nothing yet. */
  days: number
  /** Days off within them that were forgiven; they are not counted as studied. */
  forgiven: number
}

/** Two days off that are forgiven lie so many days apart at least: one in any seven days. */
const DAYS_APART = 7

/**
 * The days in a row. A single day off between two days of study is forgiven by itself, without anything to buy or to
 * switch on: a habit is not broken by one. Today is not over, so it breaks nothing, and a day off yesterday is judged as
 * if today were studied.
 * @param studied whether each day was studied, oldest first; the last is today
 */
export function streakOf(studied: readonly boolean[]): Streak {
  const today = studied.length - 1
  const streak = { days: 0, forgiven: 0 }
  let forgivenAt = Number.POSITIVE_INFINITY
  for (let day = today; day >= 0; day -= 1) {
    if (studied[day]) streak.days += 1
    else if (day < today) {
      const single = studied[day - 1] && (studied[day + 1] || day + 1 === today)
      if (!single || forgivenAt - day < DAYS_APART) break
      forgivenAt = day
      streak.forgiven += 1
    }
  }
  return streak
}
