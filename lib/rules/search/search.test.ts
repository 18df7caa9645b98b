import { describe, expect, it } from 'vitest'
import { hasMatch, MARK_END, MARK_START, markedParts } from './marked'
import { matchExpression, wordsOf } from './match'
import { asksNothing, MOST_PAGES, readSearchView, searchParams } from './view'

describe('what an address of the search says', () => {
  it.each([
    ['nothing', {}, { text: '', page: 1 }],
    [
      'text and filters',
      { q: ' drift ', kind: 'card', level: 'advanced', tag: 'devops', page: '3' },
      { text: 'drift', kind: 'card', level: 'advanced', tag: 'devops', page: 3 },
    ],
    ['what is unknown', { q: 'x', kind: 'learner', level: 'expert', page: 'all' }, { text: 'x', page: 1 }],
    ['the first of several', { q: ['one', 'two'] }, { text: 'one', page: 1 }],
    ['a page beyond all pages', { q: 'x', page: '999' }, { text: 'x', page: MOST_PAGES }],
    ['the page before the first', { q: 'x', page: '0' }, { text: 'x', page: 1 }],
    ['control characters', { q: 'a\u0000b\u0002c\n' }, { text: 'a b c', page: 1 }],
  ] as const)('reads %s', (_, params, view) => {
    expect(readSearchView(params as never)).toEqual(view)
  })

  it('reads so much of a long text, and no half of a character', () => {
    expect(readSearchView({ q: 'x'.repeat(10_000) }).text).toHaveLength(200)
    const { text } = readSearchView({ q: '😀'.repeat(300) })
    expect([...text]).toHaveLength(200)
    expect(text).not.toMatch(/\p{Cs}/u)
  })

  it('writes what it reads', () => {
    const view = readSearchView({ q: 'data drift', kind: 'deck', tag: 'a & b', page: '2' })
    expect(readSearchView(searchParams(view))).toEqual(view)
    expect(searchParams(readSearchView({}))).toEqual({})
    expect(asksNothing(readSearchView({ q: ' ' }))).toBe(true)
    expect(asksNothing(readSearchView({ tag: 'x' }))).toBe(false)
  })
})

describe('what is looked for', () => {
  it.each([
    ['data drift', '{a b} : ("data" AND "drift"*)'],
    ['drift', '{a b} : ("drift"*)'],
    [
      'what is the difference between precision and recall',
      '{a b} : ("difference" AND "between" AND "precision" AND "recall"*)',
    ],
    // One letter as a beginning would be every word there is.
    ['plan b', '{a b} : ("plan" AND "b")'],
    ['"quoted" NOT near(x, 2)', '{a b} : ("quoted" AND "NOT" AND "near" AND "x")'],
    ['title: x* OR ^y', '{a b} : ("title" AND "x" AND "OR" AND "y")'],
    ["'; drop table decks; --", '{a b} : ("drop" AND "table" AND "decks"*)'],
    ['what-is-mlops?', '{a b} : ("what" AND "is" AND "mlops"*)'],
    ['Prüfung', '{a b} : ("Prüfung"*)'],
    ['(((', undefined],
    ['', undefined],
    ['😀 \u0301 …', undefined],
  ])('%s', (text, expression) => {
    expect(matchExpression(text, ['a', 'b'])).toBe(expression)
  })

  it('is so many words of so many letters, whatever is written', () => {
    expect(wordsOf('word '.repeat(2000))).toHaveLength(24)
    expect(wordsOf('x'.repeat(10_000))[0]).toHaveLength(64)
  })

  it('is narrowed by facets, and may be nothing but those', () => {
    expect(matchExpression('drift', ['a'], ['kindcard'])).toBe('{a} : ("drift"*) AND facets : "kindcard"')
    expect(matchExpression('', ['a'], ['kindcard', 'levelbeginner'])).toBe(
      'facets : "kindcard" AND facets : "levelbeginner"',
    )
  })
})

describe('a marked text', () => {
  const marked = (text: string) => text.replaceAll('[', MARK_START).replaceAll(']', MARK_END)
  it.each([
    ['no match', [['no match', false]]],
    [
      'a [match] in it',
      [
        ['a ', false],
        ['match', true],
        [' in it', false],
      ],
    ],
    [
      '[one][two]',
      [
        ['one', true],
        ['two', true],
      ],
    ],
    [
      '<b>[x]</b>',
      [
        ['<b>', false],
        ['x', true],
        ['</b>', false],
      ],
    ],
    [
      'never [closed',
      [
        ['never ', false],
        ['closed', false],
      ],
    ],
    [
      'closed] twice] over',
      [
        ['closed', false],
        [' twice over', false],
      ],
    ],
    ['', []],
  ] as const)('%s', (text, parts) => {
    expect(markedParts(marked(text)).map(({ text, match }) => [text, match])).toEqual(parts)
    expect(hasMatch(marked(text))).toBe(parts.some(([, match]) => match))
  })
})
