const strokes = {
  beginner: { width: 6, path: 'M2 10 4 2' },
  intermediate: { width: 10, path: 'M2 10 4 2M6 10 8 2' },
  advanced: { width: 14, path: 'M2 10 4 2M6 10 8 2M10 10 12 2' },
}

/** A level as one, two or three strokes and its word: a measure, not a traffic light. */
export function LevelMark({ level }: { level: keyof typeof strokes }) {
  const { width, path } = strokes[level]
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-faint text-sm">
      <svg
        viewBox={`0 0 ${width} 12`}
        width={width}
        height="12"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
      {level}
    </span>
  )
}
