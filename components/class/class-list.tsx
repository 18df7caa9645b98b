import Link from 'next/link'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'

type Listed = { id: string; name: string; role: 'learner' | 'instructor'; learners: number; decks: number }

/** Classes by name, each with what is in it. How many learners there are is for its instructors. */
export function ClassList({ classes }: { classes: readonly Listed[] }) {
  return (
    <ul className="border-rule border-t">
      {classes.map(({ id, name, role, learners, decks }) => (
        <li key={id} className="border-rule border-b">
          <Link
            href={routes.class(id)}
            className="group flex min-h-14 flex-wrap items-baseline justify-between gap-x-6 py-3"
          >
            <span className="min-w-0 break-words font-semibold group-hover:text-accent">{name}</span>
            <span className="text-ink-soft text-sm">
              {role === 'instructor' && `${counted(learners, 'learner')}, `}
              {counted(decks, 'deck')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
