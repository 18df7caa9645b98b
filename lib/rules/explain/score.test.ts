import { describe, expect, it } from 'vitest'
import type { Concept } from '../item'
import { scoreExplanation } from './score'

const concept = (id: string, ...accept: string[]): Concept => ({ id, name: id, accept, hint: 'Think again.' })

const garden = [
  concept('water', 'water the plants', 'watering', 'irrigates the beds'),
  concept('compost', 'makes compost from waste', 'compost'),
  concept('pests', 'keeps pests away', 'no slugs', 'without pests'),
  concept('automatic', 'automates watering', 'automatic watering', 'no manual watering'),
]

/** The ids that an answer earns, in order. */
const earned = (answer: string, concepts: readonly Concept[] = garden, language = 'en'): string[] =>
  scoreExplanation(answer, concepts, language)
    .filter(({ covered }) => covered)
    .map(({ id }) => id)

/** The learner's words that earned a concept. */
const words = (answer: string, id: string, concepts = garden): string[] =>
  (scoreExplanation(answer, concepts, 'en').find((score) => score.id === id)?.evidence ?? []).map(
    ({ start, end }) => answer.slice(start, end),
  )

describe('what a learner says in other forms', () => {
  it.each([
    ['You water the plants.', ['water']],
    ['Plants need to be watered', ['water']],
    ['WATERING', ['water']],
    ['the beds are irrigated', ['water']],
    ['it irigates the beds', ['water']],
    ['compsot', ['compost']],
    ['co-mpost', ['compost']],
    ['It automates digging, sowing, weeding and watering.', ['water', 'automatic']],
    ['The watering is automated by a timer', ['water', 'automatic']],
    ['watering. The gate is automated.', ['water']],
    ['• automatic watering\n• compost', ['water', 'compost', 'automatic']],
    ['The gate is automatic. It is a watering can.', ['water']],
    ['', []],
    ['no idea', []],
  ])('%j', (answer, expected) => expect(earned(answer)).toEqual(expected))
})

describe('what is denied, asked or taken back', () => {
  it.each([
    ['It does not make compost.', []],
    ['It doesnt make compost.', []],
    ['Compost is not part of it.', []],
    ['Compost cannot be made here.', []],
    ['You never make compost or water the plants.', []],
    ['It does not dig beds, make compost, or water the plants.', []],
    ['Nobody makes compost and nobody waters the plants.', []],
    ['It makes compost, but watering is not part of it.', ['compost']],
    ['It does not water the plants, but it makes compost.', ['compost']],
    ['No watering. Compost.', ['compost']],
    ['Without compost, plants die.', []],
    ['There is no garden without compost.', ['compost']],
    ['Not only compost, watering too', ['water', 'compost']],
    ["It isn't just compost.", ['compost']],
    ['No doubt compost helps.', ['compost']],
    ['No manual watering is needed.', ['automatic']],
    ['It keeps pests away.', ['pests']],
    ['There are slugs.', []],
    ['There are no slugs.', ['pests']],
    ['There are fewer slugs.', ['pests']],
    ['I do not know whether it makes compost.', []],
    ['I doubt that it makes compost.', []],
    ['It never forgets the compost.', ['compost']],
    ['Does it make compost?', []],
    ['Some say it makes compost, which is wrong.', []],
    ['It makes compost. That is wrong.', []],
    ['They say it makes compost, but that is not true.', []],
    ['It is a myth that it makes compost.', []],
    ['It makes compost of leaves that are wrong for the beds.', ['compost']],
    ['Instead of compost, use straw.', []],
  ])('%j', (answer, expected) => expect(earned(answer)).toEqual(expected))

  it('takes a denied opposite for the thing itself', () => {
    const forces = [concept('balanced', 'balanced forces')]
    expect(earned('The forces are unbalanced', forces)).toEqual([])
    expect(earned('There are no unbalanced forces', forces)).toEqual(['balanced'])
  })
})

describe('who does what', () => {
  const farm = [concept('feeds', 'feed the cows')]
  it.each([
    ['The robot feeds the cows.', ['feeds']],
    ['The cows are fed: feeding cows is its job.', ['feeds']],
    ['The cows feed the robot.', []],
  ])('%j', (answer, expected) => expect(earned(answer, farm)).toEqual(expected))
})

describe('spelling', () => {
  const chemistry = [concept('hypo', 'hypotension'), concept('reliable', 'reliable'), concept('ip', 'ipv6')]
  it.each([
    ['hypotensoin', ['hypo']],
    ['hypertension', []],
    ['unreliable', []],
    ['relible', ['reliable']],
    ['ipv4', []],
    ['cat', []],
  ])('%j', (answer, expected) => expect(earned(answer, chemistry)).toEqual(expected))

  it('does not guess at short stems', () => {
    expect(earned('parts are replaced', [concept('copy', 'replicate parts')])).toEqual([])
  })

  it('never stretches short words', () => {
    expect(earned('the cart', [concept('cat', 'cat')])).toEqual([])
    expect(earned('the dote', [concept('data', 'data')])).toEqual([])
  })

  it('takes a word of another phrasing for what it is', () => {
    const phases = [concept('proton', 'proton'), concept('photon', 'photon')]
    expect(earned('a photon', phases)).toEqual(['photon'])
  })
})

describe('heaps of keywords', () => {
  const deck = [
    concept('tests', 'automates testing'),
    concept('speed', 'faster'),
    concept('drift', 'data drift'),
  ]
  it('earn nothing without a relation', () => {
    expect(earned('faster testing drift automates faster data testing drift automates', deck)).toEqual([])
  })
  it('are not a list of noun phrases', () => {
    expect(earned('automated testing, faster, data drift', deck)).toEqual(['tests', 'speed', 'drift'])
  })
})

describe('evidence', () => {
  it('is the learner’s own words, each stretch once', () => {
    expect(words('Well 🌱, the PLANTS get watered daily.', 'water')).toEqual(['PLANTS get watered'])
    expect(words('Plants are given, now and then, water.', 'water')).toEqual(['Plants', 'water'])
  })
  it('is the phrasing that says most', () => {
    expect(words('compost; it makes compost from kitchen waste', 'compost')).toEqual([
      'makes compost from kitchen waste',
    ])
  })
  it('is empty for what was missed', () => {
    expect(scoreExplanation('nothing', garden, 'en').every(({ evidence }) => evidence.length === 0)).toBe(
      true,
    )
  })
})

describe('other languages', () => {
  const german = [concept('wachen', 'überwacht die Modelle'), concept('daten', 'Versionen der Daten')]
  it.each([
    ['Die Modelle werden überwacht.', ['wachen']],
    ['Modelle zu uberwachen gehört dazu.', ['wachen']],
    ['Modellüberwachung und Datenversionen', ['wachen', 'daten']],
    ['Die Modelle werden nicht überwacht.', []],
    ['Es überwacht die Modelle nicht.', []],
    ['Es überwacht keine Modelle, aber Versionen der Daten.', ['daten']],
    ['Es überwacht nicht nur die Modelle.', ['wachen']],
    ['Ohne Versionen der Daten', []],
  ])('German: %j', (answer, expected) => expect(earned(answer, german, 'de')).toEqual(expected))

  it('stems what it has a stemmer for', () => {
    const spanish = [concept('combina', 'combina aprendizaje automático con ingeniería')]
    expect(earned('combinar el aprendizaje automatico con la ingenieria', spanish, 'es-MX')).toEqual([
      'combina',
    ])
    expect(earned('combinan aprendizaje automatico con ingenieria', spanish, 'es-MX')).toEqual(['combina'])
  })
  it('splits scripts without spaces', () => {
    expect(earned('我们监控模型。', [concept('monitor', '监控模型')], 'zh')).toEqual(['monitor'])
  })
  it('takes words as they are in a language it does not know', () => {
    expect(earned('saluton mondo', [concept('hi', 'saluton mondo')], 'eo')).toEqual(['hi'])
    expect(earned('saluton', [concept('hi', 'saluton')], 'not a tag')).toEqual(['hi'])
  })
})
