import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scoreExplanation } from '@/lib/rules/explain/score'
import { deckSchema } from './schema'

const file = join(import.meta.dirname, '../../content/mlops/what-is-mlops.yaml')
const deck = deckSchema.parse(parse(readFileSync(file, 'utf8')))

const earned = (text: string, prompt: (typeof deck.prompts)[number]): string[] =>
  scoreExplanation(text, prompt.concepts, deck.language)
    .filter(({ covered }) => covered)
    .map(({ id }) => id)

describe('the deck we ship', () => {
  it('has five cards, five questions and two prompts', () => {
    expect([deck.cards.length, deck.questions.length, deck.prompts.length]).toEqual([5, 5, 2])
    expect(deck.prompts.map(({ concepts }) => concepts.length)).toEqual([3, 4])
  })

  // What is asked is the owner's, typed here once more: an edit of the deck that changes a word of it is noticed.
  it('asks in the words it was given, in their order', () => {
    expect(deck.cards.map(({ level, front }) => [level, front])).toEqual([
      ['beginner', 'What does MLOps stand for?'],
      ['beginner', 'Why is MLOps important?'],
      ['intermediate', 'Name two key components of MLOps.'],
      ['intermediate', 'How is MLOps similar to DevOps?'],
      ['advanced', 'What challenges does MLOps address?'],
    ])
    expect(deck.questions.map(({ stem }) => stem)).toEqual([
      'What is the main goal of MLOps?',
      'Which of the following is NOT a typical part of MLOps?',
      'MLOps is most similar to which software practice?',
      'What does CI/CD stand for in MLOps?',
      'Which problem does monitoring in MLOps help detect?',
    ])
    expect(deck.prompts.map(({ task, hint }) => [task, hint])).toEqual([
      [
        'Explain what MLOps is and why it is useful.',
        'Think about how software is delivered and maintained, then add ML specifics.',
      ],
      [
        'Describe the main challenges MLOps solves in managing machine learning models.',
        'Consider what makes ML models different from regular software.',
      ],
    ])
  })

  it('has one right option in each question, not told by its place or its length', () => {
    const places = deck.questions.map(({ options }) => {
      const right = options.filter(({ correct }) => correct)
      expect(right).toHaveLength(1)
      const longest = Math.max(...options.filter(({ correct }) => !correct).map(({ text }) => text.length))
      expect(right[0]?.text.length).toBeLessThanOrEqual(longest)
      return options.findIndex(({ correct }) => correct)
    })
    expect(new Set(places).size).toBeGreaterThan(2)
  })

  it('names only concepts of its own prompts', () => {
    const known = new Set(deck.prompts.flatMap(({ concepts }) => concepts.map(({ id }) => id)))
    for (const item of [...deck.cards, ...deck.questions])
      for (const id of item.concepts) expect(known).toContain(id)
  })

  describe.each(deck.prompts)('prompt $id', (prompt) => {
    it('has a model answer that earns every concept', () => {
      expect(earned(prompt.model, prompt)).toEqual(prompt.concepts.map(({ id }) => id))
    })
    it('earns each concept by each of its phrasings', () => {
      for (const { id, accept } of prompt.concepts)
        for (const phrasing of accept)
          expect([phrasing, earned(phrasing, prompt)]).toEqual([phrasing, expect.arrayContaining([id])])
    })
    it('gives nothing away by its hints, nor for its own task and hint', () => {
      for (const { hint } of prompt.concepts)
        expect([hint, earned(hint.replaceAll('?', '.'), prompt)]).toEqual([hint, []])
      expect(earned(`${prompt.task} ${prompt.hint}`, prompt)).toEqual([])
    })
  })
})
