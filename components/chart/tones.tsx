/** Three tones that are told apart without red and green, and by lightness alone. */
export type Tone = 'one' | 'two' | 'three'

export const fills: Record<Tone, string> = {
  one: 'fill-chart-one',
  two: 'fill-chart-two',
  three: 'fill-chart-three',
}

/** What the tones of stacked bars stand for, where no label has room in the picture itself. */
export function Key({ entries }: { entries: readonly { tone: Tone; name: string }[] }) {
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-ink-soft text-sm">
      {entries.map(({ tone, name }) => (
        <li key={name} className="flex items-center gap-2">
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <rect width="12" height="12" className={fills[tone]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
