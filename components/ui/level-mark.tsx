const strokes = {
  beginner: 'M2 10 4 2',
  intermediate: 'M2 10 4 2M6 10 8 2',
  advanced: 'M2 10 4 2M6 10 8 2M10 10 12 2',
}

/** A level as one, two or three strokes and its word: a measure, not a traffic light. */
export function LevelMark({ level }: { level: keyof typeof strokes }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-faint text-sm">
      <svg
        viewBox="0 0 14 12"
        width="14"
        height="12"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d={strokes[level]} />
      </svg>
      {level}
    </span>
  )
}
