import { scaleLinear, scaleSqrt } from 'd3-scale'
import { line } from 'd3-shape'
import type { ForecastBin } from '@/lib/rules/progress/forecast'
import { percent } from '@/lib/rules/progress/say'
import { Lines, roomFor } from './axis'
import { Plot } from './plot'
import type { Size } from './size'

/**
 * What was predicted along the bottom, what came of it upwards: on the diagonal a forecast is true. A dot is a bin, the
 * larger the more reviews it holds, with the bounds within which the true share lies.
 */
export function Calibration({
  id,
  title,
  description,
  bins,
}: {
  id: string
  title: string
  description: string
  bins: readonly ForecastBin[]
}) {
  // Bounds of a bin with few reviews may reach further down: they end at the edge.
  const least = Math.min(...bins.map(({ predicted, observed }) => Math.min(predicted, observed.share)), 0.8)
  const floor = Math.max(0, Math.floor(5 * least) / 5)
  const most = Math.max(...bins.map(({ observed }) => observed.of), 1)
  const height = ({ width }: Size) => Math.min(width, 380)

  function draw(size: Size) {
    const ticks = scaleLinear([floor, 1], [0, 1]).ticks(5)
    const high = height(size)
    const box = {
      left: roomFor(ticks.map(percent), size),
      // As wide as high, so that the diagonal is one.
      right: Math.min(size.width, high + 40) - 20,
      top: 2 * size.text,
      bottom: high - 3.4 * size.text,
    }
    const x = scaleLinear([floor, 1], [box.left + 8, box.right])
    const y = scaleLinear([floor, 1], [box.bottom, box.top])
    const r = scaleSqrt([0, most], [2, 9])
    const trace = line<ForecastBin>()
      .x(({ predicted }) => x(predicted))
      .y(({ observed }) => y(observed.share))
    return (
      <>
        <Lines box={box} ticks={ticks} y={y} say={percent} unit="recalled" size={size} />
        <path
          d={`M${x(floor)} ${y(floor)}L${x(1)} ${y(1)}`}
          className="stroke-ink-soft"
          strokeWidth="1.5"
          strokeDasharray="5 4"
        />
        <path d={trace([...bins]) ?? ''} fill="none" className="stroke-chart-one" strokeWidth="1.5" />
        {bins.map(({ predicted, observed }) => (
          <g key={predicted}>
            <path
              d={`M${x(predicted)} ${y(Math.max(observed.low, floor))}V${y(observed.high)}`}
              className="stroke-chart-one"
              strokeWidth="1.5"
            />
            <circle cx={x(predicted)} cy={y(observed.share)} r={r(observed.of)} className="fill-chart-one" />
          </g>
        ))}
        {ticks.map((tick) => (
          <text
            key={tick}
            x={x(tick)}
            y={box.bottom + 1.5 * size.text}
            textAnchor="middle"
            className="fill-ink-faint"
          >
            {percent(tick)}
          </text>
        ))}
        <text x={box.right} y={high - 0.4 * size.text} textAnchor="end" className="fill-ink-faint">
          predicted
        </text>
      </>
    )
  }
  return <Plot id={id} title={title} description={description} height={height} draw={draw} />
}
