'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { DeckSummary } from '@/db/types'
import { routes } from '@/lib/routes'
import { counted } from '@/lib/rules/counted'
import type { Course } from '@/lib/rules/course/course'
import { LEVELS } from '@/lib/rules/item'
import { DeckEntry } from './deck-entry'
import { type DeckFilter, filterOf, matching, searchOf } from './deck-filter'
import { deckGroups } from './deck-groups'
import { topicWords } from './listed'

/** Below this a glance finds more than a filter. */
const WORTH_FILTERING = 4

/** All decks by course and topic, narrowed by what the address says. Without scripts it is the whole list. */
export function DeckBrowser({
  decks,
  courses,
}: {
  decks: readonly DeckSummary[]
  courses: readonly Course[]
}) {
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
                    {courses.find(({ id }) => id === topic)?.title ?? topicWords(topic, decks)}
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
      {deckGroups(decks, shown, courses).map(({ key, title, course, decks: inGroup }) => (
        <section key={key} aria-labelledby={`_${key}`} className="mb-12">
          <h2
            id={`_${key}`}
            lang={course?.language}
            dir={course?.direction}
            className="border-ink border-b-2 pb-2 font-semibold text-lg"
          >
            {course ? (
              <Link href={routes.course(course.id)} className="hover:text-accent">
                {title}
              </Link>
            ) : (
              title
            )}
          </h2>
          {course && (
            <p
              lang={course.language}
              dir={course.direction}
              className="reading mt-3 max-w-measure text-ink-soft"
            >
              {course.summary}
            </p>
          )}
          {inGroup.map((deck) => (
            <DeckEntry key={deck.id} deck={deck} />
          ))}
          {course && (
            <p className="mt-4">
              <Link href={routes.course(course.id)} className="link inline-flex min-h-11 items-center">
                Take the course in order<span className="sr-only">: {title}</span>
              </Link>
            </p>
          )}
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
