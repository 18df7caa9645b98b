import { cn } from '@/lib/class-names'

/** A quiet bar where words will be. It stands still: nothing moves while one waits. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('block h-[1em] rounded-sm bg-rule/60', className)} />
}

/** Bars within what a screen reader hears as one short wait. */
export function Waiting({ what, children }: { what: string; children: React.ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{what}</span>
      {children}
    </div>
  )
}
