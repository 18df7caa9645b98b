import { expect, it } from 'vitest'
import { plainText } from './plain-text'

it.each([
  ['**Bold** and `code`.', 'Bold and code.'],
  ['One.\n\nTwo.', 'One. Two.'],
  ['- a\n- b', 'a b'],
  ['Energy is $E$.', 'Energy is E.'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b 1 2'],
  ['<b>raw</b> text', 'raw text'],
  ['```js\nlet a\nlet b\n```', 'let a let b'],
])('%j reads as %j', async (markdown, plain) => expect(await plainText(markdown)).toBe(plain))
