import type { CalendarDay } from '@/lib/rules/progress/calendar'
import { sayMonth } from '@/lib/rules/progress/say'
import { Plot } from './plot'
import { NARROW, type Size } from './size'

const LEVELS = ['fill-rule', 'fill-heat-one', 'fill-heat-two', 'fill-heat-three', 'fill-heat-four'] as const
const DAYS = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun']

/** A year by weeks, each a column from Monday down: in one row, or on a phone in two. */
export function HeatCalendar({
  id,
  title,
  description,
  weeks,
}: {
  id: string
  title: string
  description: string
  weeks: readonly (readonly CalendarDay[])[]
}) {
  const rows = (size: Size) => {
    if (size !== NARROW) return [weeks]
    const half = Math.ceil(weeks.length / 2)
    return [weeks.slice(0, half), weeks.slice(half)]
  }
  const measure = (size: Size) => {
    const left = 2.6 * size.text
    const cell = (size.width - left) / (rows(size)[0]?.length ?? 1)
    return { left, cell, row: 7 * cell + 2.2 * size.text }
  }
  const height = (size: Size) => rows(size).length * measure(size).row

  function draw(size: Size) {
    const { left, cell, row } = measure(size)
    const side = Math.round(8.6 * cell) / 10
    return rows(size).map((part, number) => {
      const top = number * row + 1.6 * size.text
      const x = (week: number) => Math.round(10 * (left + week * cell)) / 10
      const y = (day: number) => Math.round(10 * (top + day * cell)) / 10
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their order.
        <g key={number}>
          {DAYS.map((name, day) => (
            <text
              key={name || day}
              x="0"
              y={y(day) + 0.5 * cell + 0.35 * size.text}
              className="fill-ink-faint"
            >
              {/* Rows are lower than words on a phone: every other name would touch the next. */}
              {cell * 2 >= size.text ? name : ''}
            </text>
          ))}
          {part.map((week, place) => {
            const first = week.find(({ day }) => day.endsWith('-01'))
            return first && place < part.length - 1 ? (
              <text key={first.day} x={x(place)} y={top - 0.4 * size.text} className="fill-ink-faint">
                {sayMonth(first.day)}
              </text>
            ) : null
          })}
          {LEVELS.map((fill, level) => (
            <path
              key={fill}
              className={fill}
              d={part
                .flatMap((week, place) =>
                  week.map((one, day) =>
                    one.level === level ? `M${x(place)} ${y(day)}h${side}v${side}h${-side}z` : '',
                  ),
                )
                .join('')}
            />
          ))}
        </g>
      )
    })
  }
  return <Plot id={id} title={title} description={description} height={height} draw={draw} />
}

/** The levels in their order, from none to most. */
export function HeatKey() {
  return (
    <p className="mt-2 flex items-center gap-2 text-ink-faint text-sm">
      less
      <svg viewBox="0 0 76 12" width="76" height="12" aria-hidden="true">
        {LEVELS.map((fill, level) => (
          <rect key={fill} x={16 * level} width="12" height="12" className={fill} />
        ))}
      </svg>
      more
    </p>
  )
}
