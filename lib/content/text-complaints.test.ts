import { describe, expect, it } from 'vitest'
import { textComplaints, textProblems } from './text-complaints'

describe('textProblems', () => {
  it.each([
    [
      '$\\frac{$',
      'The formula "\\frac{" cannot be read. Mend it; a dollar that means money is written "\\$".',
    ],
    [
      'A List<String> holds',
      'HTML is left out, and this would be lost: <String>. Put it in backticks, or write "\\<".',
    ],
    ['See ![it](a.png)', 'Pictures are not shown in the text. Name the file under "pictures".'],
    [
      '[a](javascript:x)',
      'The link to "javascript:x" would be dropped. Use an address that starts with https:.',
    ],
    [
      '> '.repeat(100),
      'This is too long or too deeply nested to be laid out. Split it up or write it plainly.',
    ],
  ])('%s', async (markdown, message) => {
    expect(await textProblems(markdown)).toEqual([message])
  })

  it.each([
    'Plain **text** with `List<String>`, $x^2$, \\$5, a < b and [a](https://b.c), [d](/decks/d#e), [m](mailto:a@b.c).',
    '```html\n<b>\n```',
    '$$\n\\sum_{i=1}^n x_i\n$$',
  ])('finds nothing in %s', async (markdown) => {
    expect(await textProblems(markdown)).toEqual([])
  })
})

it('names the field, in options too', async () => {
  const wrong = '<br>'
  const deck = {
    cards: [{ front: wrong, back: 3 }],
    questions: [{ stem: 'x', options: [{ text: 'x' }, { feedback: wrong }] }],
    prompts: [{ model: wrong, concepts: [{ hint: wrong }] }, null],
  }
  expect((await textComplaints(deck)).map(({ path }) => path.join('.'))).toEqual([
    'cards.0.front',
    'questions.0.options.1.feedback',
    'prompts.0.model',
  ])
})
