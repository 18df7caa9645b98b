import { scaleBand, scaleLinear } from 'd3-scale'
import { Lines, Names, roomFor } from './axis'
import { Plot } from './plot'
import type { Size } from './size'
import { fills, type Tone } from './tones'

/** Values of one tone, one for each bar; later ones stand on earlier ones. */
export type Series = { tone: Tone; values: readonly number[] }

const HEIGHT = 220

/** Bars from zero, stacked where there are several series. With few bars each says its figure itself. */
export function Bars({
  id,
  title,
  description,
  unit,
  names,
  series,
  say = (value) => value.toLocaleString('en'),
}: {
  id: string
  title: string
  description: string
  unit: string
  names: readonly string[]
  series: readonly Series[]
  say?: (value: number) => string
}) {
  const totals = names.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0))
  const most = Math.max(...totals, 1)
  // Whole things have no half between them.
  const ticks = (count: number) => scaleLinear([0, most], [0, 1]).nice(count).ticks(Math.min(count, most))

  function draw(size: Size) {
    const marks = ticks(4).filter(Number.isInteger)
    const labelled = names.length * 34 <= size.width
    const left = roomFor(marks.map(say), size)
    const box = { left, right: size.width, top: 2 * size.text, bottom: HEIGHT - 1.7 * size.text }
    const y = scaleLinear([0, Math.max(most, marks.at(-1) ?? 1)], [box.bottom, box.top])
    const band = scaleBand(
      names.map((_, place) => place),
      [box.left, box.right],
    ).padding(names.length > 40 ? 0.15 : 0.25)
    const x = (place: number) => band(place) ?? 0
    const below = names.map(() => 0)
    return (
      <>
        <Lines box={box} ticks={marks} y={y} say={say} unit={unit} size={size} />
        {series.map(({ tone, values }, layer) => {
          const path = values.map((value, place) => {
            const from = below[place] ?? 0
            below[place] = from + value
            if (value <= 0) return ''
            const top = y(from + value)
            // Something is never nothing: a pixel at least.
            const high = Math.max(y(from) - top, 1)
            return `M${round(x(place))} ${round(y(from))}v${round(-high)}h${round(band.bandwidth())}v${round(high)}z`
          })
          // biome-ignore lint/suspicious/noArrayIndexKey: layers keep their order.
          return <path key={layer} d={path.join('')} className={fills[tone]} />
        })}
        <path d={`M${box.left} ${box.bottom}H${box.right}`} className="stroke-ink-faint" strokeWidth="1" />
        {labelled &&
          totals.map((total, place) => (
            <text
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is what it is.
              key={place}
              x={x(place) + band.bandwidth() / 2}
              y={y(total) - 4}
              textAnchor="middle"
              className="fill-ink-soft"
            >
              {total > 0 ? say(total) : ''}
            </text>
          ))}
        <Names
          names={names}
          x={(place) => x(place) + band.bandwidth() / 2}
          y={HEIGHT - 0.4 * size.text}
          step={band.step()}
          size={size}
        />
      </>
    )
  }
  return <Plot id={id} title={title} description={description} height={HEIGHT} draw={draw} />
}

const round = (length: number) => Math.round(10 * length) / 10
