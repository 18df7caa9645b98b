import type { ReactNode } from 'react'
import { NARROW, type Size, WIDE } from './size'

/**
 * The frame of a drawing: made on the server, named and described for those who hear the page, in two sizes of which
 * the page shows one. It needs no style attribute and no script.
 */
export function Plot({
  id,
  title,
  description,
  height,
  draw,
}: {
  id: string
  title: string
  description: string
  height: number | ((size: Size) => number)
  draw: (size: Size) => ReactNode
}) {
  const one = (size: Size, name: string, className: string) => {
    const high = typeof height === 'number' ? height : height(size)
    return (
      <svg
        viewBox={`0 0 ${size.width} ${high}`}
        role="img"
        aria-labelledby={`${id}-${name}-title ${id}-${name}-desc`}
        fontSize={size.text}
        className={`w-full overflow-visible tabular-nums ${className}`}
      >
        <title id={`${id}-${name}-title`}>{title}</title>
        <desc id={`${id}-${name}-desc`}>{description}</desc>
        {draw(size)}
      </svg>
    )
  }
  return (
    <div className="mt-5">
      {one(NARROW, 'narrow', 'block max-w-md md:hidden print:hidden')}
      {one(WIDE, 'wide', 'hidden md:block print:block')}
    </div>
  )
}
