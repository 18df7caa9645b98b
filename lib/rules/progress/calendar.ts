import { addDays, daysBetween } from '../local-day'
import { type Day, weekday } from './days'
import { type Streak, streakOf } from './streak'

/** A day of the calendar; `level` is 0 for nothing and 1 to 4 for little to much by this learner's own days. */
export type CalendarDay = { day: string; answers: number; level: 0 | 1 | 2 | 3 | 4 }

export type Calendar = {
  /** From Monday to Sunday; the last week ends today. */
  weeks: CalendarDay[][]
  studied: number
  answers: number
  streak: Streak
}

/** Weeks of a year, the present one included. */
const WEEKS = 53

/** The answers of a year by day. Levels are quarters of the days studied, so that a quiet year has contrast too. */
export function calendarOf(days: readonly Day[], today: string): Calendar {
  const start = addDays(today, -(7 * (WEEKS - 1) + weekday(today)))
  const answersOn = new Map(days.map(({ day, counts }) => [day, counts.attempts ?? 0]))
  const all = Array.from({ length: daysBetween(start, today) + 1 }, (_, index) => {
    const day = addDays(start, index)
    return { day, answers: answersOn.get(day) ?? 0 }
  })
  const studied = all.map(({ answers }) => answers).filter((answers) => answers > 0)
  const level = levels(studied)
  const cells = all.map((one): CalendarDay => ({ ...one, level: level(one.answers) }))
  return {
    weeks: Array.from({ length: WEEKS }, (_, week) => cells.slice(7 * week, 7 * week + 7)),
    studied: studied.length,
    answers: studied.reduce((sum, answers) => sum + answers, 0),
    streak: streakOf(cells.map(({ answers }) => answers > 0)),
  }
}

/** The level of a number of answers: which quarter of the days studied it falls into. */
function levels(studied: readonly number[]): (answers: number) => CalendarDay['level'] {
  const sorted = [...studied].sort((a, b) => a - b)
  const edges = [0.25, 0.5, 0.75].map((part) => sorted[Math.floor(part * sorted.length)] ?? 0)
  return (answers) => {
    if (answers === 0) return 0
    return (1 + edges.filter((edge) => answers > edge).length) as CalendarDay['level']
  }
}
