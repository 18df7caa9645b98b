/**
 * A small bar of `value` in `of`. The words beside it say the same, so it is hidden from those who hear the page
 * unless it is given a `label` of its own.
 */
export function Meter({
  value,
  of,
  label,
  className = '',
}: {
  value: number
  of: number
  label?: string
  className?: string
}) {
  const filled = of > 0 ? Math.min(100, Math.max(0, (100 * value) / of)) : 0
  return (
    <span className={`block ${className}`} {...(label && { role: 'img', 'aria-label': label })}>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="block h-1 w-full">
        <rect width="100" height="4" className="fill-rule" />
        <rect width={filled} height="4" className="fill-accent" />
      </svg>
    </span>
  )
}
