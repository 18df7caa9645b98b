'use client'

import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { buttonClasses } from '@/components/ui/button-classes'
import { SubmitButton } from '@/components/ui/submit-button'

type Way = { id: string; name: string; since: string }
type Props = {
  ways: readonly Way[]
  /** Services that can be added, each with the link that does it. */
  addable: readonly { name: string; href: string }[]
  remove: FormAction
}

/** The ways of signing in to this account: each can be removed but the last, and others added. */
export function WaysIn({ ways, addable, remove }: Props) {
  const { form, result } = useActionForm(remove)
  return (
    <>
      <FormMessage result={result} />
      <ul className="border-rule border-t">
        {ways.map((way) => (
          <li
            key={way.id}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-rule border-b"
          >
            <div>
              <span className="font-semibold">{way.name}</span>{' '}
              <span className="text-ink-faint text-sm">since {way.since}</span>
            </div>
            {ways.length > 1 && (
              <form {...form}>
                <input type="hidden" name="identity" value={way.id} />
                <SubmitButton variant="plain" aria-label={`Remove ${way.name}`}>
                  Remove
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {addable.length > 0 && (
        <div className="mt-5 flex flex-wrap gap-3">
          {addable.map(({ name, href }) => (
            // Not a <Link>: it leads out of the application, and must not be fetched ahead.
            <a key={href} href={href} className={buttonClasses({ variant: 'quiet' })}>
              Add {name}
            </a>
          ))}
        </div>
      )}
    </>
  )
}
