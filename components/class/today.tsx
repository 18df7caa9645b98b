import Link from 'next/link'
import { buttonClasses } from '@/components/ui/button-classes'
import { routes } from '@/lib/routes'
import type { Dashboard } from '@/lib/rules/class/dashboard'
import { notices } from '@/lib/rules/class/notices'
import { readView, viewParams } from '@/lib/rules/class/view'
import { missedAnchor } from './missed-items'

/** What to know today: sentences, each with what it rests on and one way on. Nothing when there is nothing to say. */
export function Today({ dashboard }: { dashboard: Dashboard }) {
  const all = notices(dashboard)
  if (all.length === 0) return null
  return (
    <section aria-labelledby="today-title">
      <h2 id="today-title" className="mb-2 font-semibold text-xl">
        Today
      </h2>
      <ul className="border-rule border-t">
        {all.map(({ text, evidence, see }) => (
          <li
            key={text}
            className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-rule border-b py-3"
          >
            <p className="min-w-0 flex-[1_1_20rem]">
              <span className="block break-words font-semibold">{text}</span>
              <span className="text-ink-soft">{evidence}</span>
            </p>
            {'view' in see ? (
              <Link
                href={routes.class(dashboard.id, viewParams({ ...readView({}), ...see.view }))}
                scroll={false}
                className={buttonClasses({ variant: 'quiet' })}
              >
                See them
              </Link>
            ) : (
              <a href={`#${missedAnchor(see.item)}`} className={buttonClasses({ variant: 'quiet' })}>
                See the answers
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
