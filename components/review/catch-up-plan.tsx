'use client'

import { useState } from 'react'
import { FormMessage } from '@/components/form/form-message'
import { type FormAction, useActionForm } from '@/components/form/use-action-form'
import { buttonClasses } from '@/components/ui/button-classes'
import { counted } from '@/lib/rules/counted'
import { sayDay } from '@/lib/rules/dates'
import { type CatchUp, catchUp } from '@/lib/rules/review/catch-up'
import type { WaitingBacklog } from '@/lib/rules/review/wire'

/** After a break: never how much waits, but how few a day get level, and when. The number can be changed at any time. */
export function CatchUpPlan({ backlog, action }: { backlog: WaitingBacklog; action: FormAction }) {
  const { form, result } = useActionForm(action)
  const [aDay, setADay] = useState(backlog.aDay)
  const plan = catchUp(backlog, aDay)
  const standing = backlog.chosen ? catchUp(backlog, backlog.aDay) : undefined
  return (
    <section aria-label="After a break" className="mt-5 border-rule border-b pb-5">
      <FormMessage result={result} />
      {backlog.chosen && (
        <p className="text-ink-soft">
          {standing ? `On your plan: ${said(standing, backlog.today)}` : 'On your plan.'}
        </p>
      )}
      <details open={backlog.chosen ? undefined : true} className="group mt-1">
        <summary className={backlog.chosen ? `${buttonClasses({ variant: 'plain' })} w-fit` : 'sr-only'}>
          Change the plan
        </summary>
        {!backlog.chosen && (
          <p className="text-ink">More waits than a day has room for. It need not be done at once.</p>
        )}
        <form {...form} className="mt-3">
          <label htmlFor="_a-day" className="block font-medium text-sm">
            Reviews a day
          </label>
          <input
            id="_a-day"
            name="aDay"
            type="range"
            min={1}
            max={backlog.most}
            value={aDay}
            onChange={(event) => setADay(event.target.valueAsNumber)}
            aria-describedby="_plan"
            className="h-11 w-full max-w-sm accent-accent"
          />
          <p id="_plan" aria-live="polite" className="mb-4 tabular-nums">
            {plan ? said(plan, backlog.today) : `${aDay} a day are fewer than come: that never gets level.`}
          </p>
          <button type="submit" disabled={!plan} className={buttonClasses()}>
            {backlog.chosen ? 'Change to this' : 'Take this plan'}
          </button>
        </form>
        {backlog.chosen && (
          <form action={form.action} onSubmit={form.onSubmit} className="mt-3">
            <button type="submit" className={buttonClasses({ variant: 'plain' })}>
              Drop the plan
            </button>
          </form>
        )}
      </details>
    </section>
  )
}

/** "12 a day for 9 days gets you level on Thursday, 3 December." Nothing new comes meanwhile, which is part of it. */
const said = ({ aDay, days, levelOn }: CatchUp, today: string): string =>
  `${aDay} a day for ${counted(days, 'day')} gets you level on ${sayDay(levelOn, today)}. New items wait until then.`
