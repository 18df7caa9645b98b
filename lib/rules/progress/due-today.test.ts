import { expect, it } from 'vitest'
import { dueToday } from './due-today'

it.each([
  // due, learning, reviewed, a day, plan: today, later
  [0, 0, 0, 200, undefined, 0, 0],
  [150, 0, 0, 200, undefined, 150, 0],
  [1400, 0, 0, 200, undefined, 200, 1200],
  [1400, 0, 150, 200, undefined, 50, 1350],
  [1400, 0, 230, 200, undefined, 0, 1400],
  // A plan holds while more waits than its portion, and never beyond the day's limit.
  [1400, 0, 0, 200, 60, 60, 1340],
  [40, 0, 0, 200, 60, 40, 0],
  [1400, 0, 0, 200, 900, 200, 1200],
  // Steps of learning are asked for whatever the limit.
  [1400, 5, 200, 200, undefined, 5, 1395],
  [3, 9, 200, 200, undefined, 3, 0],
])(
  'of %i due, %i of them steps, with %i reviewed of %i a day and a plan of %s',
  (due, learning, reviewed, reviewsADay, catchUpADay, today, later) => {
    expect(dueToday({ due, learning, reviewed }, { reviewsADay, catchUpADay })).toEqual({ today, later })
  },
)
