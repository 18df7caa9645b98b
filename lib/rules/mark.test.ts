import { describe, expect, it } from 'vitest'
import type { Answer, Grade } from './answer'
import { LONGEST_EXPLANATION } from './answer'
import type { CardBody, PromptBody, QuestionBody } from './item'
import { mark, misfit, shownOrder } from './mark'

const common = { language: 'en', pictures: [] }
const card: CardBody = { ...common, kind: 'card', front: 'Front', back: 'Back' }
const option = (id: string, correct: boolean) => ({ id, text: id, correct, feedback: 'Because.' })
const several: QuestionBody = {
  ...common,
  kind: 'question',
  stem: 'What makes it boil sooner?',
  several: true,
  options: [option('lid', true), option('salt', false), option('less', true), option('stir', false)],
  explanation: 'Keep warmth in, or have less to warm.',
}
const single: QuestionBody = {
  ...several,
  several: false,
  options: [option('a', false), option('b', true), option('c', false)],
}
const prompt: PromptBody = {
  ...common,
  kind: 'prompt',
  task: 'Say what a leaf does.',
  hint: 'Think of light.',
  model: 'It turns light into sugar and releases oxygen.',
  concepts: [
    { id: 'sugar', name: 'Makes sugar', accept: ['turns light into sugar'], hint: 'What does it make?' },
    { id: 'oxygen', name: 'Gives oxygen', accept: ['releases oxygen'], hint: 'What does it give?' },
  ],
}
const chose = (...chosen: string[]): Answer => ({ kind: 'question', chosen })
const graded = (grade: Grade): Answer => ({ kind: 'card', grade })
const wrote = (text: string): Answer => ({ kind: 'prompt', text })

describe('the mark', () => {
  it.each([
    ['forgot', 0],
    ['hard', 1],
    ['good', 1],
    ['easy', 1],
  ] as const)('of a card graded %s is %d', (grade, worth) =>
    expect(mark(card, graded(grade))).toEqual({ rule: 1, mark: worth }),
  )

  it.each([
    [['a'], 0],
    [['b'], 1],
  ])('of %j where b is right is %d', (chosen, worth) =>
    expect(mark(single, chose(...chosen))).toEqual({
      rule: 1,
      mark: worth,
      right: ['b'],
      total: single.options.length,
    }),
  )

  it.each([
    [['lid', 'less'], 1],
    [['less', 'lid'], 1],
    [['lid'], 0],
    [['less'], 0],
    [['lid', 'salt'], 0],
    [['salt', 'stir'], 0],
    [['lid', 'less', 'salt'], 0],
    [['lid', 'salt', 'less', 'stir'], 0],
  ])(
    'of %j where lid and less are right is %d: part of them earns nothing, nor do all options',
    (chosen, worth) =>
      expect(mark(several, chose(...chosen))).toEqual({
        rule: 1,
        mark: worth,
        right: ['lid', 'less'],
        total: 4,
      }),
  )

  it.each([
    ['It turns light into sugar and releases oxygen.', ['sugar', 'oxygen'], 1],
    ['It releases oxygen.', ['oxygen'], 0.5],
    ['It is green.', [], 0],
  ])('of "%s" is the share of concepts covered: %j, %d', (text, covered, worth) =>
    expect(mark(prompt, wrote(text))).toMatchObject({ mark: worth, covered, total: 2 }),
  )

  it('is refused for an answer of another kind', () =>
    expect(() => mark(card, chose('a'))).toThrow("A question's answer cannot be marked as a card's."))
})

describe('an answer', () => {
  it.each([
    ['a grade for a question', single, graded('good'), 'This answer does not belong to this item.'],
    ['no option', several, chose(), 'Choose an option first.'],
    [
      'an option that is not there',
      several,
      chose('lid', 'pot'),
      'This answer names an option that the question does not have.',
    ],
    ['an option twice', several, chose('lid', 'lid'), 'This answer names an option twice.'],
    ['two options of a single choice', single, chose('a', 'b'), 'Choose one option.'],
    ['only spaces', prompt, wrote(' \n'), 'Write your explanation first.'],
    [
      'more than fits',
      prompt,
      wrote('x'.repeat(LONGEST_EXPLANATION + 1)),
      'Your explanation is longer than 4,000 characters. Shorten it a little.',
    ],
  ])('of %s does not fit, and is told so', (_, body, answer, sentence) =>
    expect(misfit(body, answer)).toBe(sentence),
  )

  it.each([
    ['a grade', card, graded('hard')],
    ['one option', single, chose('c')],
    ['one option where several are right', several, chose('lid')],
    ['all options where several are right', several, chose('lid', 'salt', 'less', 'stir')],
    ['as much as fits', prompt, wrote('x'.repeat(LONGEST_EXPLANATION))],
  ])('of %s fits', (_, body, answer) => expect(misfit(body, answer)).toBeUndefined())
})

it('believes an order of options when it shows each of them once', () => {
  expect(shownOrder(single, ['c', 'a', 'b'])).toEqual(['c', 'a', 'b'])
  for (const order of [undefined, [], ['a', 'b'], ['a', 'b', 'b'], ['a', 'b', 'z'], ['a', 'b', 'c', 'c']])
    expect(shownOrder(single, order)).toBeUndefined()
  expect(shownOrder(card, [])).toBeUndefined()
})
