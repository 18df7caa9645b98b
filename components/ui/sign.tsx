export type Meaning = 'right' | 'wrong' | 'due' | 'info'

const strokes: Record<Meaning, string> = {
  right: 'M3 8.5 6.5 12 13 4.5',
  wrong: 'M4 4l8 8M12 4l-8 8',
  due: 'M8 4v4.5l3 2M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  info: 'M8 7.25v4.25M8 4.6v.1M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
}

export const meaningInk: Record<Meaning, string> = {
  right: 'text-right-ink',
  wrong: 'text-wrong-ink',
  due: 'text-due-ink',
  info: 'text-info-ink',
}

/** The sign of a meaning. It always stands beside its word, so it is hidden from those who hear the page. */
export function Sign({ kind, className = '' }: { kind: Meaning; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      <path d={strokes[kind]} />
    </svg>
  )
}
