'use client'

import { useEffect, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { DeckSummary } from '@/db/types'
import { counted } from '@/lib/rules/counted'
import { LEVELS } from '@/lib/rules/item'
import { DeckEntry } from './deck-entry'
import { type DeckFilter, filterOf, matching, searchOf } from './deck-filter'
import { topicWords } from './listed'

/** Below this a glance finds more than a filter. */
const WORTH_FILTERING = 4

/** All decks by topic, narrowed by what the address says. Without scripts it is the whole list. */
export function DeckBrowser({ decks }: { decks: readonly DeckSummary[] }) {
  const [filter, setFilter] = useState<DeckFilter>({ text: '' })
  const topics = [...new Set(decks.map((deck) => deck.topic))]
  const shown = matching(decks, filter)

  useEffect(() => {
    const read = () => setFilter(filterOf(location.search))
    read()
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [])

  function narrow(change: Partial<DeckFilter>): void {
    const next = { ...filter, ...change }
    setFilter(next)
    history.replaceState(null, '', location.pathname + searchOf(next))
  }

  return (
    <>
      {decks.length >= WORTH_FILTERING && (
        <search className="needs-script mb-10 grid gap-x-4 gap-y-3 sm:grid-cols-[2fr_1fr_1fr]">
          <Field label="Find a deck">
            {(control) => (
              <Input
                {...control}
                type="search"
                value={filter.text}
                onChange={(event) => narrow({ text: event.target.value })}
              />
            )}
          </Field>
          <Field label="Topic">
            {(control) => (
              <Select
                {...control}
                value={filter.topic ?? ''}
                onChange={(event) => narrow({ topic: event.target.value || undefined })}
              >
                <option value="">Any topic</option>
                {topics.map((topic) => (
                  <option key={topic} value={topic}>
                    {topicWords(topic, decks)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Level">
            {(control) => (
              <Select
                {...control}
                value={filter.level ?? ''}
                onChange={(event) => narrow({ level: LEVELS.find((level) => level === event.target.value) })}
              >
                <option value="">Any level</option>
                {LEVELS.map((level) => (
                  <option key={level} value={level}>
                    {level}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <p role="status" className="text-ink-faint text-sm sm:col-span-3">
            {searchOf(filter) && `${shown.length} of ${counted(decks.length, 'deck')}`}
          </p>
        </search>
      )}
      {topics
        .map((topic) => ({ topic, inTopic: shown.filter((deck) => deck.topic === topic) }))
        .filter(({ inTopic }) => inTopic.length > 0)
        .map(({ topic, inTopic }) => (
          <section key={topic} aria-labelledby={`_${topic}`} className="mb-12">
            <h2 id={`_${topic}`} className="border-ink border-b-2 pb-2 font-semibold text-lg">
              {topicWords(topic, decks)}
            </h2>
            {inTopic.map((deck) => (
              <DeckEntry key={deck.id} deck={deck} />
            ))}
          </section>
        ))}
      {shown.length === 0 && (
        <p className="border-rule border-y py-8">
          No deck is like that.{' '}
          <button
            type="button"
            className={buttonClasses({ variant: 'plain' })}
            onClick={() => narrow({ text: '', topic: undefined, level: undefined })}
          >
            Show all decks
          </button>
        </p>
      )}
    </>
  )
}
