import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadDecks } from '@/lib/content/load'
import { atTerminal } from './ask'
import { makeNew } from './new'
import { slug } from './wanted'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-new-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const KETTLES = { topic: 'physics', title: 'Kettles: an introduction', summary: 'Say how "it" boils.' }

describe('a new deck', () => {
  it.each(['en', 'de', 'fr', 'ar', 'zh'])('is in order as it stands, in %s too', async (language) => {
    const lines = await makeNew('deck', { ...KETTLES, language }, folder)
    expect(lines[0]).toBe(`Wrote ${folder}/physics/kettles-an-introduction.yaml.`)
    const { decks, findings } = await loadDecks(folder)
    expect(findings).toEqual([])
    expect(decks).toMatchObject([{ id: 'kettles-an-introduction', ...KETTLES, language }])
    expect(decks[0]?.items.map(({ kind }) => kind)).toEqual(['card', 'question', 'prompt'])
  })

  it('is never written over another, nor beside one of its id', async () => {
    await makeNew('deck', KETTLES, folder)
    const file = join(folder, 'physics/kettles-an-introduction.yaml')
    const before = await readFile(file, 'utf8')
    await expect(makeNew('deck', { ...KETTLES, title: 'kettles an introduction' }, folder)).rejects.toThrow(
      /already. Choose another id/,
    )
    await rm(file)
    await makeNew('deck', { ...KETTLES, id: 'pots' }, folder)
    expect(before).toContain('title: "Kettles: an introduction"')
    await expect(makeNew('deck', { ...KETTLES, topic: 'cooking', id: 'pots' }, folder)).rejects.toThrow(
      /pots/,
    )
  })

  it('names every flag that is missing or wrong at once', async () => {
    await expect(makeNew('deck', { topic: 'My Topic', id: 'A B' }, folder)).rejects.toThrow(
      /--title is missing.*\n--topic: A topic has small.*\n--id: Use small letters.*\n--summary is missing/,
    )
    await expect(makeNew('deck', { ...KETTLES, audience: 'All' }, folder)).rejects.toThrow(
      'A deck has no --audience.',
    )
  })

  it('is asked for at a terminal, again until an answer does, and Enter takes what is offered', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()]
    const { ask, close } = atTerminal(input, output)
    const shown: string[] = []
    output.on('data', (chunk) => shown.push(String(chunk)))
    const answers = ['Öfen & Töpfe', 'My Topic', 'physics', '', 'Sagen, was kocht.', 'de']
    const work = makeNew('deck', {}, folder, (line) => {
      const answer = ask(line)
      input.write(`${answers.shift()}\n`)
      return answer
    })
    expect((await work)[0]).toContain('physics/oefen-toepfe.yaml')
    expect(shown.join('')).toContain('A topic has small letters, digits and single hyphens.')
    expect(shown.join('')).toContain('[oefen-toepfe]')
    close()
    await expect(ask('?')).rejects.toThrow()
  })

  it('is not asked about when flags say all that has no usual answer', async () => {
    const ask = () => Promise.reject(new Error('Somebody was asked.'))
    expect((await makeNew('deck', KETTLES, folder, ask))[0]).toContain('kettles-an-introduction.yaml')
  })

  it('is not written when somebody leaves', async () => {
    const input = new PassThrough()
    const { ask } = atTerminal(input, new PassThrough())
    const work = makeNew('deck', {}, folder, ask)
    input.end()
    await expect(work).rejects.toThrow('Nothing was written.')
  })
})

describe('a new course', () => {
  const COURSE = {
    topic: 'physics',
    title: 'Boiling',
    summary: 'Boil things.',
    audience: 'Everybody who cooks.',
  }
  beforeEach(async () => {
    for (const id of ['a', 'b', 'c']) await makeNew('deck', { ...KETTLES, id }, folder)
  })

  it('names its decks in order and what each builds on', async () => {
    await makeNew('course', { ...COURSE, decks: 'b, a:b, c:a+b' }, folder)
    expect(await readFile(join(folder, 'physics/course.yaml'), 'utf8')).toBe(
      `title: Boiling
summary: Boil things.
audience: Everybody who cooks.
language: en
decks:
  - id: b
  - id: a
    buildsOn: [b]
  - id: c
    buildsOn: [a, b]
`,
    )
    await expect(makeNew('course', COURSE, folder)).rejects.toThrow(/course\.yaml is there already/)
  })

  it('takes all decks of its topic when none are named, and refuses what makes no path', async () => {
    await expect(makeNew('course', { ...COURSE, decks: 'a:b, b' }, folder)).rejects.toThrow(
      /does not come before/,
    )
    await expect(makeNew('course', { ...COURSE, decks: 'a, d' }, folder)).rejects.toThrow(/no deck "d"/)
    await expect(makeNew('course', { ...COURSE, decks: 'a, a' }, folder)).rejects.toThrow(/twice/)
    await expect(makeNew('course', { ...COURSE, topic: 'art' }, folder)).rejects.toThrow(/no decks in "art"/)
    await makeNew('course', COURSE, folder)
    expect(await readFile(join(folder, 'physics/course.yaml'), 'utf8')).toMatch(
      /- id: a\n {2}- id: b\n {2}- id: c\n$/,
    )
  })
})

it('an address is made of a title in any alphabet that has one', () => {
  expect(slug('Über Öfen & Töpfe')).toBe('ueber-oefen-toepfe')
  expect(slug('Évaluer — le modèle ?')).toBe('evaluer-le-modele')
  expect(slug('学习')).toBe('')
})
