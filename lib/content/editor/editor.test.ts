import { describe, expect, it } from 'vitest'
import { deckSchema } from '@/lib/content/schema'
import { editorComplaints } from './editor'

type Written = Record<string, unknown>
const SAID: Record<string, unknown> = { level: 'beginner', explanation: 'So it is.' }

/** What the editor says of a deck with these items, as `cards.0.front` and the sentence's beginning. */
function said(items: Written, language = 'en'): string[] {
  const deck = deckSchema.parse({ id: 'a', title: 'A', summary: 'B.', language, ...items })
  return editorComplaints(deck).map(({ path, message }) => `${path.join('.')} ${message}`)
}
const card = (front: string, back = 'Forty-two.'): Written => ({
  cards: [{ id: 'a', level: 'beginner', front, back }],
})
const option = (text: string, at: number, right: number) => ({
  id: `o${at}`,
  text,
  correct: at === right,
  feedback: 'Yes.',
})
const question = (stem: string, texts: string[], right = 0, id = 'q') => ({
  ...SAID,
  id,
  stem,
  options: texts.map((text, at) => option(text, at, right)),
})
const WORDS = ['Red ones', 'Blue ones', 'Green ones']
const asking = (stem: string): Written => ({ questions: [question(stem, WORDS)] })

describe('a negative stem without emphasis', () => {
  it.each([
    ['en', 'Which of these is not a part of it?'],
    ['en', "Which of these doesn't belong?"],
    ['de', 'Was gehört nicht dazu?'],
    ['de', 'Welche Aussage trifft auf keinen Index zu?'],
  ])('%s: %s', (language, stem) => {
    expect(said(asking(stem), language)).toEqual([
      expect.stringMatching(/^questions\.0\.stem The question turns on/),
    ])
  })
  it.each([
    ['en', 'Which of these is NOT a part of it?'],
    ['en', 'Which of these is **not** a part of it?'],
    ['en', 'Why does the training not converge?'],
    ['en', 'What happens when labels do not arrive?'],
    ['en', 'The test is not significant. What follows?'],
    ['en', 'What does `git commit --no-verify` do?'],
    ['de', 'Warum konvergiert das Training nicht?'],
    ['de', 'Was geschieht, wenn die Daten nicht ankommen?'],
    ['de', 'Was gehört **nicht** dazu?'],
    ['fr', 'Lequel ne fait pas partie de la liste ?'],
  ])('is not seen in %s: %s', (language, stem) => {
    expect(said(asking(stem), language)).toEqual([])
  })
})

describe('two questions in one card', () => {
  it.each([
    ['en', 'What is drift? Why does it matter?'],
    ['en', 'What is drift and how do you notice it?'],
    ['en', 'What is drift, and why?'],
    ['en', 'Define drift and name one cause.\n\nUse **your** words, and explain how it starts.'],
    ['de', 'Was ist ein Index und wozu dient er?'],
    ['de', 'Was ist ein Index? Wann lohnt er sich?'],
    ['fr', 'Qu’est-ce que la dérive ? Pourquoi ?'],
  ])('%s: %s', (language, front) => {
    expect(said(card(front), language)).toEqual([
      expect.stringMatching(/^cards\.0\.front This card asks two/),
    ])
  })
  it.each([
    ['en', 'What is the difference between what a test says and what is true?'],
    ['en', 'Which query asks "Who? When?" of a log?'],
    ['en', 'What does `a ? b : c ?` mean'],
    ['en', 'How are precision and recall related?'],
    ['en', 'What do you know when a test passes and when it fails?'],
    ['de', 'Wie viele Zeilen kommen heraus und wie oft?'],
    ['de', 'Was unterscheidet Präzision und Trefferquote?'],
  ])('are not seen in %s: %s', (language, front) => {
    expect(said(card(front), language)).toEqual([])
  })
})

describe('an option about the others', () => {
  it.each([
    ['en', 'All of the above'],
    ['en', 'None of these answers.'],
    ['en', 'Both of the above'],
    ['de', 'Alle genannten Antworten'],
    ['de', 'Keine der Antworten ist richtig'],
    ['de', 'Nichts davon'],
  ])('%s: %s', (language, text) => {
    const found = said(
      { questions: [question('Which one is it here?', ['Red ones', text, 'Blue ones'])] },
      language,
    )
    expect(found).toContainEqual(
      expect.stringMatching(/^questions\.0\.options\.1\.text .* speaks of the other/),
    )
  })
  it.each([
    ['en', 'All rows of the table'],
    ['en', 'None: the join is empty'],
    ['de', 'Alle Zeilen der Tabelle'],
    ['de', 'Keine Zeile'],
  ])('is not seen in %s: %s', (language, text) => {
    expect(
      said({ questions: [question('Which one is it here?', ['Red ones', text, 'Blue ones'])] }, language),
    ).toEqual([])
  })
})

describe('an answer given away', () => {
  it('in a card, unless the card offers a choice', () => {
    expect(said(card('What is the null hypothesis of the null test?', 'The null hypothesis.'))).toHaveLength(
      1,
    )
    expect(said(card('Is it the mean or the median?', 'The median.'))).toEqual([])
    expect(said(card('What does null mean?', 'Nothing.'))).toEqual([])
    expect(said(card('Was ist die Nullhypothese?', 'Die Nullhypothese.'), 'de')).toHaveLength(1)
    expect(said(card('Qu’est-ce que la moyenne ?', 'La moyenne.'), 'fr')).toEqual([])
  })
  it('by an echo in the right option alone, not by a word that is the topic', () => {
    const stem = 'Which store keeps the features of training consistent?'
    expect(
      said({ questions: [question(stem, ['A feature store for training', 'A queue', 'A cache'])] }),
    ).toHaveLength(1)
    expect(said({ questions: [question(stem, ['A feature catalogue', 'A queue', 'A cache'])] })).toEqual([])
    expect(said({ questions: [question(stem, ['A feature store', 'A training queue', 'A cache'])] })).toEqual(
      [],
    )
  })
})

describe('two items that ask the same', () => {
  const two = (one: string, other: string, language = 'en') =>
    said(
      {
        cards: [
          { id: 'a', level: 'beginner', front: one, back: 'X.' },
          { id: 'b', level: 'beginner', front: other, back: 'Y.' },
        ],
      },
      language,
    )
  it.each([
    ['en', 'What is drift?', 'Define **drift**.'],
    ['en', 'What does drift mean?', 'What is the drift?'],
    ['en', 'Why do models drift?', 'why does a model drift'],
    ['de', 'Was ist ein Index?', 'Was versteht man unter einem Index?'],
  ])('%s: %s %s', (language, one, other) => {
    expect(two(one, other, language)).toEqual([
      'cards.1.front "a" asks the same. Ask from another side, or remove one.',
    ])
  })
  it.each([
    ['When is precision worth more than recall?', 'When is recall worth more than precision?'],
    ['What does `a` do?', 'What does `b` do?'],
    ['What is a type I error?', 'What is a type II error?'],
    ['What is drift?', 'What does drift do?'],
  ])('are not seen in: %s %s', (one, other) => {
    expect(two(one, other)).toEqual([])
  })
})

it('two questions of one stem are the same, unless it only points at their options', () => {
  const both = (stem: string, one: string, other: string) =>
    said({
      questions: [
        question(stem, [one, 'Blue ones', 'Grey ones'], 0, 'a'),
        question(stem, [other, 'Pink ones', 'Teal ones'], 0, 'b'),
      ],
    })
  expect(both('Why do the models of a team drift?', 'Red ones', 'Rose ones')).toHaveLength(1)
  expect(both('Which of these statements on drift is true?', 'Red ones', 'Rose ones')).toEqual([])
  expect(both('Which of these statements on drift is true?', 'Red ones', 'Red ones')).toHaveLength(1)
})

describe('over the deck', () => {
  const deck = (count: number, of: (at: number) => { texts: string[]; right: number }) => ({
    questions: Array.from({ length: count }, (_, at) => {
      const { texts, right } = of(at)
      return {
        ...question(`Which colour number ${at} is it?`, texts, right, `q${at}`),
        level: at ? 'beginner' : 'advanced',
      }
    }),
  })
  const FOUR = ['Red ones', 'Blue one', 'Grey one', 'Pink one']
  it('the right option is the longest or the shortest too often', () => {
    const longest = (at: number) => ({
      texts: FOUR.map((text, place) => (place === at % 4 ? `${text}, long` : text)),
      right: at % 4,
    })
    expect(said(deck(6, longest))).toEqual([
      expect.stringMatching(/^questions\.0\.options\.0\.text In 6 of 6 .* longest/),
    ])
    const shortest = (at: number) => ({
      texts: FOUR.map((text, place) => (place === at % 4 ? 'Red' : text)),
      right: at % 4,
    })
    expect(said(deck(6, shortest))).toEqual([expect.stringMatching(/In 6 of 6 .* shortest/)])
    expect(said(deck(4, longest))).toEqual([])
  })
  it('the right option stands in one place too often', () => {
    expect(said(deck(8, (at) => ({ texts: FOUR, right: at < 6 ? 1 : 0 })))).toEqual([
      expect.stringMatching(/^questions\.0\.options In 6 of 8 questions the right option stands second/),
    ])
    expect(said(deck(8, (at) => ({ texts: FOUR, right: at < 4 ? 1 : 0 })))).toEqual([])
  })
  it('every item is of one level', () => {
    const cards = Array.from({ length: 8 }, (_, at) => ({
      id: `c${at}`,
      level: 'beginner',
      front: `What is number ${at}?`,
      back: 'X.',
    }))
    expect(said({ cards })).toEqual([expect.stringMatching(/^title All 8 items are "beginner"/)])
    expect(said({ cards: cards.slice(1) })).toEqual([])
  })
})

it('a sentence is too long by the words of its language', () => {
  const words = (count: number) => `${Array.from({ length: count }, (_, at) => `w${at}`).join(' ')}.`
  expect(said(card('What is it?', words(40)))).toEqual([])
  expect(said(card('What is it?', words(41)))).toHaveLength(1)
  expect(said(card('Was ist es?', words(36)), 'de')).toHaveLength(1)
  expect(said(card('Qu’est-ce ?', words(90)), 'fr')).toEqual([])
  expect(said(card('What is it?', `- ${words(30)}\n- ${words(30)}`))).toEqual([])
})
