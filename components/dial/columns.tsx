/** One column of a picture: its height, and whether it is the one that the picture is about. */
export type Column = { value: number; strong?: boolean }

/**
 * Columns on a zero line, as wide as their place. Without words: those stand around it as text, at reading size on
 * every screen. `title` says what is seen, for those who do not see it.
 */
export function Columns({
  title,
  columns,
  most,
  className = 'h-28',
}: {
  title: string
  columns: readonly Column[]
  /** What the full height stands for. */
  most: number
  className?: string
}) {
  const gap = columns.length > 20 ? 1 : 2
  return (
    <svg
      viewBox={`0 0 ${columns.length * 10} 100`}
      preserveAspectRatio="none"
      role="img"
      className={`block w-full ${className}`}
    >
      <title>{title}</title>
      {columns.map(({ value, strong }, index) => {
        const height = most > 0 ? Math.max((96 * value) / most, value > 0 ? 1 : 0) : 0
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            key={index}
            x={index * 10 + gap}
            y={98 - height}
            width={10 - 2 * gap}
            height={height}
            className={strong ? 'fill-accent' : 'fill-edge'}
          />
        )
      })}
      <rect x="0" y="98" width={columns.length * 10} height="2" className="fill-edge" />
    </svg>
  )
}
