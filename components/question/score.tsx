'use client'

import { useMine } from '@/lib/browser/mine'

/** The score so far, by the last answer to each question. Says nothing before the first. */
export function Score({ names }: { names: readonly string[] }) {
  const { items } = useMine()
  const answered = names.filter((name) => items[name])
  const right = answered.filter((name) => items[name]?.lastMark === 1)
  const left = names.length - answered.length
  return (
    <p
      role="status"
      className={`font-semibold tabular-nums ${answered.length > 0 ? 'border-rule border-t py-5' : ''}`}
    >
      {answered.length > 0 && `${right.length} of ${answered.length} right`}
      {answered.length > 0 && left > 0 && <span className="font-normal text-ink-soft">, {left} to go</span>}
    </p>
  )
}
