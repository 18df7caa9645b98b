import type { DeckSummary } from '@/db/types'
import type { Course } from '@/lib/rules/course/course'
import { topicWords } from './listed'

/** Decks under one heading: those of a course in its order, or those of a topic that are in none. */
export type DeckGroup<Deck> = { key: string; title: string; course?: Course; decks: Deck[] }

/**
 * Decks by course, then those of no course by topic. Groups keep their places and names whichever decks are shown.
 * @param all every deck there is, by which a topic is spelt
 * @param shown those of them that are listed
 */
export function deckGroups<Deck extends DeckSummary>(
  all: readonly Deck[],
  shown: readonly Deck[],
  courses: readonly Course[],
): DeckGroup<Deck>[] {
  const inCourse = new Set(courses.flatMap(({ decks }) => decks.map(({ id }) => id)))
  const byId = new Map(shown.map((deck) => [deck.id, deck]))
  const loose = shown.filter(({ id }) => !inCourse.has(id))
  return [
    ...courses.map((course) => ({
      key: `course-${course.id}`,
      title: course.title,
      course,
      decks: course.decks.flatMap(({ id }) => byId.get(id) ?? []),
    })),
    ...[...new Set(loose.map(({ topic }) => topic))].map((topic) => ({
      key: `topic-${topic}`,
      title: topicWords(topic, all),
      decks: loose.filter((deck) => deck.topic === topic),
    })),
  ].filter(({ decks }) => decks.length > 0)
}
