import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scoreExplanation } from '@/lib/rules/explain/score'
import { deckSchema } from './schema'

/** Answers as learners write them, on the deck we ship: phrasings and scorer have to agree on what they earn. */
const file = join(import.meta.dirname, '../../content/mlops/what-is-mlops.yaml')
const deck = deckSchema.parse(parse(readFileSync(file, 'utf8')))

const earned = (prompt: string, answer: string): string =>
  scoreExplanation(answer, deck.prompts.find(({ id }) => id === prompt)?.concepts ?? [], deck.language)
    .map(({ covered }, index) => (covered ? index + 1 : ''))
    .join('')

describe('what MLOps is and why it is useful', () => {
  it.each([
    [
      'MLOps brings DevOps practices to machine learning, with automated pipelines that ship models quickly.',
      '123',
    ],
    ['It stands for machine learning operations.', ''],
    ['Nothing has to be deployed by hand any more.', '2'],
    ['MLOps does not automate deployment, and it makes delivery less reliable.', ''],
    ['Not only does it automate testing, it also improves the quality of the models.', '23'],
    ['mashine lerning combined with sofware enginering, makes the delivry of models fastr', '13'],
    ['- ML + DevOps\n- automated deployment and monitoring\n- faster, more reliable releases', '123'],
    ['Does it automate deployment? I am not sure whether it makes delivery faster.', ''],
    ['It is a myth that MLOps automates testing.', ''],
    ['MLOps isn’t about combining machine learning with software engineering.', ''],
    ['Rather than deploying by hand, you let a pipeline do the deployment.', '2'],
    ['Machine learning is a branch of AI. Software engineering is a profession.', ''],
    [
      'machine learning testing faster quality automate pipeline deployment software engineering reliable DevOps',
      '',
    ],
    ['Teams deliver less quickly and the models are less reliable.', ''],
    ['MLOps helps avoid mistakes.', '3'],
  ])('%j', (answer, concepts) => expect(earned('what-and-why', answer)).toBe(concepts))
})

describe('the challenges that MLOps solves', () => {
  it.each([
    ['You know exactly which dataset a model was trained on.', '1'],
    ['It tracks versions of the code.', ''],
    ['Models get trained again on new data without anyone doing it by hand.', '2'],
    ['Retraining the model by hand every time is tedious.', ''],
    ['The same experiment gives the same result when you run it twice.', '3'],
    ['Reproducibility isn’t guaranteed.', ''],
    ['Models degrade silently unless somebody watches them in production.', '4'],
    ['You can’t run ML in production without monitoring the model.', '4'],
    ['Nobody monitors the models and results cannot be reproduced.', ''],
    ['It neither monitors models nor retrains them automatically.', ''],
    ['Data is versioned; models aren’t monitored.', '1'],
    ['It has nothing to do with data versioning or drift detection.', ''],
    ['data versoning, automatic retrainig, reproducibilty, monitoring of modells', '1234'],
    [
      'Unlike ordinary software, models decay, so they need to be monitored and retrained automatically.',
      '24',
    ],
  ])('%j', (answer, concepts) => expect(earned('main-challenges', answer)).toBe(concepts))
})
