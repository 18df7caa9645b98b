import { describe, expect, it } from 'vitest'
import { publicItem } from './public-item'
import { testDeck } from './testing'

/** Every key field of both kinds carries the token; everything a learner may see before answering does not. */
const TOKEN = 'KEY-7f3a'
const deck = testDeck({
  id: 'secret',
  cards: [{ id: 'c', level: 'beginner', front: 'Front', back: 'Back' }],
  questions: [
    {
      id: 'q',
      level: 'beginner',
      stem: 'Stem',
      explanation: TOKEN,
      options: [
        { id: 'x', text: 'X', correct: true, feedback: TOKEN },
        { id: 'y', text: 'Y', correct: false, feedback: TOKEN },
      ],
    },
  ],
  prompts: [
    {
      id: 'p',
      level: 'advanced',
      task: 'Task',
      hint: 'Hint',
      model: TOKEN,
      concepts: [{ id: TOKEN.toLowerCase(), name: TOKEN, accept: [TOKEN], hint: TOKEN }],
    },
  ],
})
const shown = deck.items.map((item) => publicItem({ ...item, id: `secret/${item.name}` }, item.body))

describe('publicItem', () => {
  it('lets no key out', () => {
    const text = JSON.stringify(shown)
    expect(text.toLowerCase()).not.toContain(TOKEN.toLowerCase())
    expect(text).not.toContain('correct')
  })

  it('shows a card whole, a question with its options, a prompt with how much there is to find', () => {
    expect(shown).toMatchObject([
      { kind: 'card', id: 'secret/c', name: 'c', front: 'Front', back: 'Back' },
      {
        kind: 'question',
        several: false,
        options: [
          { id: 'x', text: 'X' },
          { id: 'y', text: 'Y' },
        ],
      },
      { kind: 'prompt', task: 'Task', hint: 'Hint', total: 1 },
    ])
  })
})
