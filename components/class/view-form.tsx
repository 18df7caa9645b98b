'use client'

import Form from 'next/form'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { routes } from '@/lib/routes'
import type { Dashboard } from '@/lib/rules/class/dashboard'
import { COLUMN_NAMES, columnsOf, SHOWS, type Show, type View, viewParams } from '@/lib/rules/class/view'

const SHOW_NAMES: Record<Show, string> = {
  everybody: 'Everybody',
  'not-started': 'Not started',
  unfinished: 'Not finished',
  late: 'Not in time',
}

/** Who is shown, and in which order where no headings can be pressed: a form that makes the address. */
export function ViewForm({ dashboard, view }: { dashboard: Dashboard; view: View }) {
  const id = useId()
  const { decks } = dashboard
  const sorts = [
    ['name', 'Name'],
    ['-active', 'Last active, newest first'],
    ['active', 'Last active, oldest first'],
    ...decks.flatMap((deck) =>
      columnsOf(deck).map((column) => [
        `${deck.id}.${column}`,
        `${decks.length > 1 ? `${deck.title}: ` : ''}${COLUMN_NAMES[column]}, least first`,
      ]),
    ),
  ]
  const params = viewParams(view)
  return (
    // A new address makes a new form, so that its fields show what the address says.
    <Form
      key={new URLSearchParams(params).toString()}
      action={routes.class(dashboard.id)}
      scroll={false}
      role="search"
      aria-label="People shown"
      className="flex flex-wrap items-end gap-3 print:hidden"
    >
      <label className="grid flex-[1_1_10rem] gap-1 text-sm" htmlFor={`${id}-named`}>
        <span className="font-semibold">Name contains</span>
        <Input id={`${id}-named`} type="search" name="named" defaultValue={view.named} maxLength={80} />
      </label>
      <label className="grid flex-[1_1_9rem] gap-1 text-sm" htmlFor={`${id}-show`}>
        <span className="font-semibold">Show</span>
        <Select id={`${id}-show`} name="show" defaultValue={view.show}>
          {SHOWS.map((show) => (
            <option key={show} value={show}>
              {SHOW_NAMES[show]}
            </option>
          ))}
        </Select>
      </label>
      {decks.length > 1 && (
        <label className="grid min-w-0 max-w-64 flex-[1_1_9rem] gap-1 text-sm" htmlFor={`${id}-deck`}>
          <span className="font-semibold">In</span>
          <Select id={`${id}-deck`} name="deck" defaultValue={view.deck ?? ''}>
            <option value="">All decks</option>
            {decks.map((deck) => (
              <option key={deck.id} value={deck.id}>
                {deck.title}
              </option>
            ))}
          </Select>
        </label>
      )}
      <label className="grid flex-[1_1_100%] gap-1 text-sm md:hidden" htmlFor={`${id}-sort`}>
        <span className="font-semibold">Order</span>
        <Select id={`${id}-sort`} name="sort" defaultValue={params.sort ?? 'name'}>
          {sorts.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          {params.sort && !sorts.some(([value]) => value === params.sort) && (
            <option value={params.sort}>As it is</option>
          )}
        </Select>
      </label>
      <Button type="submit" variant="quiet">
        Apply
      </Button>
    </Form>
  )
}
