import Form from 'next/form'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { SEARCH_FIELD_ID } from '@/lib/browser/search-field'
import { routes } from '@/lib/routes'
import { LEVELS } from '@/lib/rules/item'
import { asksNothing, FOUND_KINDS, type SearchView, searchParams } from '@/lib/rules/search/view'
import { FOUND_WORDS } from './kind-words'

/** What is looked for, and where: a form that makes the address, with scripts and without. */
export function SearchForm({ view }: { view: SearchView }) {
  return (
    // A new address makes a new form, so that its fields show what the address says.
    <Form
      key={new URLSearchParams(searchParams(view)).toString()}
      action={routes.search()}
      role="search"
      className="grid gap-4"
    >
      <div className="flex flex-wrap items-end gap-3">
        <label className="grid min-w-0 flex-[1_1_14rem] gap-1.5" htmlFor={SEARCH_FIELD_ID}>
          <span className="font-semibold">Words to look for</span>
          <Input
            id={SEARCH_FIELD_ID}
            type="search"
            name="q"
            defaultValue={view.text}
            maxLength={200}
            enterKeyHint="search"
            autoComplete="off"
            // Whoever opens the page to ask something can ask at once; with results they come first.
            autoFocus={asksNothing(view)}
          />
        </label>
        <Button type="submit">Search</Button>
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 text-sm">
        <label className="grid flex-[1_1_9rem] gap-1" htmlFor="_kind">
          <span className="font-semibold">Kind</span>
          <Select id="_kind" name="kind" defaultValue={view.kind ?? ''}>
            <option value="">Any kind</option>
            {FOUND_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {FOUND_WORDS[kind]}
              </option>
            ))}
          </Select>
        </label>
        <label className="grid flex-[1_1_9rem] gap-1" htmlFor="_level">
          <span className="font-semibold">Level</span>
          <Select id="_level" name="level" defaultValue={view.level ?? ''}>
            <option value="">Any level</option>
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {level}
              </option>
            ))}
          </Select>
        </label>
        {view.tag && (
          <label className="flex min-h-11 flex-[1_1_9rem] items-center gap-2">
            <input
              type="checkbox"
              name="tag"
              value={view.tag}
              defaultChecked
              className="size-5 accent-accent"
            />
            <span>
              Only tagged <bdi className="font-semibold">{view.tag}</bdi>
            </span>
          </label>
        )}
      </div>
    </Form>
  )
}
