import { TOPIC } from '@/lib/content/load'
import { deckSchema } from '@/lib/content/schema'
import type { Wanted } from './ask'

/** Decks that are there already, by topic: an id is taken once over all of them. */
export type Shelf = ReadonlyMap<string, readonly string[]>

/** What a title becomes in an address: "Über Öfen & Töpfe" as `ueber-oefen-toepfe`. */
export function slug(title: string): string {
  const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  return title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => german[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '')
}

/** What the schema of a deck has against an answer, as a sentence. */
const bySchema =
  (field: 'id' | 'title' | 'summary' | 'language') =>
  (answer: string): string | undefined => {
    const { error } = deckSchema.shape[field].safeParse(answer)
    const [issue] = error?.issues ?? []
    if (!issue) return undefined
    return issue.code === 'too_big' ? `At most ${issue.maximum} characters.` : sentence(issue.message)
  }

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const topic = (shelf: Shelf, more?: (answer: string) => string | undefined): Wanted => ({
  flag: 'topic',
  question: `In which topic's folder?${shelf.size > 0 ? ` (there are: ${[...shelf.keys()].join(', ')})` : ''}`,
  check: (answer) =>
    TOPIC.test(answer) ? more?.(answer) : 'A topic has small letters, digits and single hyphens.',
})
const title = (what: string): Wanted => ({
  flag: 'title',
  question: `What is the ${what} called?`,
  check: bySchema('title'),
})
const language: Wanted = {
  flag: 'language',
  question: 'In which language, as a tag such as en or de?',
  usual: () => 'en',
  check: bySchema('language'),
}

export const deckWanted = (shelf: Shelf): Wanted[] => [
  title('deck'),
  topic(shelf),
  {
    flag: 'id',
    question: 'Its id, for good, and its address /decks/<id>?',
    usual: ({ title = '' }) => slug(title) || undefined,
    check: (answer) => {
      const taken = [...shelf.values()].flat().includes(answer)
      return taken ? `There is a deck "${answer}" already. Choose another id.` : bySchema('id')(answer)
    },
  },
  {
    flag: 'summary',
    question: 'In one sentence: what will one be able to do?',
    check: bySchema('summary'),
  },
  language,
]

export const courseWanted = (shelf: Shelf): Wanted[] => [
  topic(shelf, (answer) =>
    shelf.has(answer) ? undefined : `There are no decks in "${answer}" yet. Write one first.`,
  ),
  title('course'),
  {
    flag: 'summary',
    question: 'In one sentence: what will one be able to do at its end?',
    check: bySchema('summary'),
  },
  {
    flag: 'audience',
    question: 'For whom is it, and what should they know before?',
    check: bySchema('summary'),
  },
  language,
  {
    flag: 'decks',
    question: 'Its decks in order, with commas; what one builds on after a colon, as in "a, b:a, c:a+b"?',
    usual: ({ topic = '' }) => shelf.get(topic)?.join(', '),
    check: (answer, { topic = '' }) => wrongSteps(readSteps(answer), shelf.get(topic) ?? []),
  },
]

export type Step = { id: string; buildsOn: string[] }

/** `a, b:a, c:a+b` as steps. */
export const readSteps = (answer: string): Step[] =>
  answer
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [id = '', on = ''] = part.split(':')
      return {
        id: id.trim(),
        buildsOn: on
          .split('+')
          .map((each) => each.trim())
          .filter(Boolean),
      }
    })

function wrongSteps(steps: readonly Step[], decks: readonly string[]): string | undefined {
  if (steps.length === 0) return 'Name at least one deck.'
  const above = new Set<string>()
  for (const { id, buildsOn } of steps) {
    if (!decks.includes(id)) return `There is no deck "${id}" in this topic. There are: ${decks.join(', ')}.`
    if (above.has(id)) return `"${id}" is named twice. Name it once.`
    const early = buildsOn.find((each) => !above.has(each))
    if (early) return `"${id}" builds on "${early}", which does not come before it. Put it further up.`
    above.add(id)
  }
  return undefined
}
