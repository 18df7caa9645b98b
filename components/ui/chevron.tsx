/** Points down where something opens, and up inside an open `group`. */
export function Chevron({ size }: { size: number }) {
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden="true"
      className="shrink-0 group-open:rotate-180"
    >
      <path d="M2 4.5 6 8.5l4-4" />
    </svg>
  )
}
