import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CardBody } from '@/lib/rules/item'
import { canonicalJson, contentHash } from './hash'
import { testDeck } from './testing'

const card = { id: 'a', level: 'beginner', front: 'Front', back: 'Back' }
const question = {
  id: 'q',
  level: 'beginner',
  stem: 'Stem',
  explanation: 'Because',
  options: [
    { id: 'x', text: 'X', correct: true, feedback: 'Yes' },
    { id: 'y', text: 'Y', correct: false, feedback: 'No' },
  ],
}
const prompt = {
  id: 'p',
  level: 'advanced',
  task: 'Task',
  hint: 'Hint',
  model: 'Model',
  concepts: [{ id: 'c', name: 'Name', accept: ['one', 'two'], hint: 'Think' }],
}
const hashes = (file: object) => testDeck({ id: 'deck', ...file }).items.map(({ contentHash }) => contentHash)

describe('contentHash', () => {
  it('never changes for an unchanged item: answers under way name it', () => {
    expect(hashes({ cards: [card], questions: [question], prompts: [prompt] })).toEqual(GOLDEN)
  })

  it('moves with what is asked and answered, language included', () => {
    const [before] = hashes({ cards: [card] })
    expect(hashes({ cards: [{ ...card, back: 'Other' }] })).not.toEqual([before])
    expect(hashes({ language: 'de', cards: [card] })).not.toEqual([before])
    expect(hashes({ questions: [{ ...question, select: 'several' }] })).not.toEqual(
      hashes({ questions: [question] }),
    )
  })

  it('stays with level, tags, revision, place and named concepts', () => {
    const [before] = hashes({ cards: [card] })
    const moved = { ...card, level: 'advanced', tags: ['new'], revision: 7, concepts: ['c'] }
    expect(
      hashes({
        title: 'Another',
        cards: [{ ...card, id: 'first', front: 'F' }, moved],
        prompts: [prompt],
      })[1],
    ).toBe(before)
  })

  it('stays when a deck with pictures moves to another folder, and moves with the picture and its words', () => {
    const hash = (more: object) => {
      const picture = { source: 'physics/a.svg', alt: 'A kettle', digest: 'd', ...more }
      return contentHash({ kind: 'card', language: 'en', pictures: [picture], front: 'F', back: 'B' })
    }
    expect(hash({ source: 'heat/water/a.svg' })).toBe(hash({}))
    for (const more of [{ source: 'physics/b.svg' }, { alt: 'A pot' }, { digest: 'e' }])
      expect(hash(more)).not.toBe(hash({}))
  })

  it('does not depend on the order in which keys were written', () => {
    const body: CardBody = { kind: 'card', language: 'en', pictures: [], front: 'F', back: 'B' }
    expect(contentHash({ back: 'B', front: 'F', pictures: [], language: 'en', kind: 'card' })).toBe(
      contentHash(body),
    )
  })
})

describe('canonicalJson', () => {
  it('says the same as JSON, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

const GOLDEN = [
  'd73de81d32959957098b6f1d84f5367d',
  'e1c9c6dee14d88a5dfe26aa5bff00331',
  '04bc742b92a41cc5729143eece76b32e',
]
