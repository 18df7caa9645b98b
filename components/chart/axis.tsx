import { type Size, widthOf } from './size'

/** Where the drawing proper lies within its frame. */
export type Box = { left: number; right: number; top: number; bottom: number }

/** Lines across with their figures at the left; the unit stands above the topmost. */
export function Lines({
  box,
  ticks,
  y,
  say,
  unit,
  size,
}: {
  box: Box
  ticks: readonly number[]
  y: (value: number) => number
  say: (value: number) => string
  unit: string
  size: Size
}) {
  return (
    <g>
      <path
        d={ticks.map((tick) => `M${box.left} ${y(tick).toFixed(1)}H${box.right}`).join('')}
        className="stroke-rule"
        strokeWidth="1"
      />
      {ticks.map((tick) => (
        <text
          key={tick}
          x={box.left - 6}
          y={y(tick) + 0.35 * size.text}
          textAnchor="end"
          className="fill-ink-faint"
        >
          {say(tick)}
        </text>
      ))}
      <text x="0" y={size.text} className="fill-ink-faint">
        {unit}
      </text>
    </g>
  )
}

/** Names under places along the bottom, as many as there is room for. */
export function Names({
  names,
  x,
  y,
  step,
  size,
}: {
  names: readonly string[]
  x: (place: number) => number
  y: number
  /** From one place to the next. */
  step: number
  size: Size
}) {
  const widest = Math.max(...names.map((name) => widthOf(name, size)), 1)
  const every = Math.max(1, Math.ceil((widest + 6) / step))
  return names.map((name, place) =>
    place % every === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a place is what it is.
      <text key={place} x={x(place)} y={y} textAnchor="middle" className="fill-ink-faint">
        {name}
      </text>
    ) : null,
  )
}

/** Room at the left for the widest of these figures. */
export const roomFor = (figures: readonly string[], size: Size): number =>
  Math.max(...figures.map((figure) => widthOf(figure, size)), size.text) + 8
