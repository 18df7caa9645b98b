import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { percent } from '@/lib/rules/progress/say'
import type { Share } from '@/lib/rules/progress/share'
import { Lines, Names, roomFor } from './axis'
import { Plot } from './plot'
import type { Size } from './size'

const HEIGHT = 220

/**
 * Shares along a row of places, each with the bounds it lies between: as a line in a band where places follow one
 * another in time, as dots on bars of error where they do not. Places without observations leave a gap.
 */
export function Shares({
  id,
  title,
  description,
  unit,
  names,
  shares,
  wanted,
  inTime,
}: {
  id: string
  title: string
  description: string
  unit: string
  names: readonly string[]
  shares: readonly (Share | undefined)[]
  /** A share that was asked for: a line across. */
  wanted?: { share: number; name: string }
  inTime?: boolean
}) {
  const least = Math.min(...shares.map((share) => share?.share ?? 1), wanted?.share ?? 1)
  const floor = Math.max(0, Math.floor(10 * (least - 0.1)) / 10)
  // Bounds of few answers may reach further down: they end at the edge.
  const low = (share: Share | undefined) => Math.max(share?.low ?? 0, floor)
  const ticks = scaleLinear([floor, 1], [0, 1]).ticks(4)

  function draw(size: Size) {
    const box = {
      left: roomFor(ticks.map(percent), size),
      right: size.width,
      top: 2 * size.text,
      bottom: HEIGHT - 1.7 * size.text,
    }
    const y = scaleLinear([floor, 1], [box.bottom, box.top])
    const step = (box.right - box.left) / Math.max(names.length, 1)
    const x = (place: number) => box.left + step * (place + 0.5)
    const at = (_: Share | undefined, place: number) => x(place)
    const known = (share: Share | undefined) => share !== undefined
    const band = area<Share | undefined>()
      .defined(known)
      .x(at)
      .y0((share) => y(low(share)))
      .y1((share) => y(share?.high ?? 0))
    const trace = line<Share | undefined>()
      .defined(known)
      .x(at)
      .y((share) => y(share?.share ?? 0))
    return (
      <>
        {inTime && <path d={band([...shares]) ?? ''} className="fill-chart-band" />}
        <Lines box={box} ticks={ticks} y={y} say={percent} unit={unit} size={size} />
        {wanted && (
          <path
            d={`M${box.left} ${y(wanted.share)}H${box.right}`}
            className="stroke-ink-soft"
            strokeWidth="1.5"
            strokeDasharray="5 4"
          />
        )}
        {inTime && (
          <path d={trace([...shares]) ?? ''} fill="none" className="stroke-chart-one" strokeWidth="2" />
        )}
        {shares.map((share, place) =>
          share ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is what it is.
            <g key={place}>
              {!inTime && (
                <path
                  d={`M${x(place)} ${y(low(share))}V${y(share.high)}`}
                  className="stroke-chart-one"
                  strokeWidth="2"
                />
              )}
              <circle cx={x(place)} cy={y(share.share)} r={inTime ? 3 : 5} className="fill-chart-one" />
            </g>
          ) : null,
        )}
        {wanted && (
          <text
            x={box.right}
            y={y(wanted.share) + 1.2 * size.text}
            textAnchor="end"
            paintOrder="stroke"
            className="fill-ink-soft stroke-paper"
            strokeWidth="4"
          >
            {wanted.name}
          </text>
        )}
        <Names names={names} x={x} y={HEIGHT - 0.4 * size.text} step={step} size={size} />
      </>
    )
  }
  return <Plot id={id} title={title} description={description} height={HEIGHT} draw={draw} />
}
