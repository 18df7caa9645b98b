import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOrThrow, loadDecks } from './load'
import { SAMPLE_YAML } from './testing'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-course-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const deck = (id: string) => SAMPLE_YAML.replace('id: kettles', `id: ${id}`)
const COURSE = `title: Heat
summary: Boil anything.
audience: Whoever drinks tea.
decks:
  - id: water
  - id: steam
    buildsOn: [water]
  - id: kettles
    buildsOn: [water, steam]
`

async function write(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

/** The findings in the course's file, as `5 decks[0].id message`. */
async function findings(course: string, more: Record<string, string> = {}): Promise<string[]> {
  const decks = Object.fromEntries(['water', 'steam', 'kettles'].map((id) => [`heat/${id}.yaml`, deck(id)]))
  await write({ ...decks, 'cold/ice.yaml': deck('ice'), 'heat/course.yaml': course, ...more })
  return (await loadDecks(folder)).findings
    .filter(({ file }) => file.endsWith('course.yaml'))
    .map(
      ({ line, field, message, severity }) =>
        `${line} ${field} ${severity === 'warning' ? '(warning) ' : ''}${message}`,
    )
}

const change = (from: string, to: string): string => {
  expect(COURSE).toContain(from)
  return COURSE.replace(from, to)
}

it('a course in order is loaded whole, and is no deck', async () => {
  expect(await findings(COURSE)).toEqual([])
  const { decks, courses } = await contentOrThrow(folder)
  expect(decks.map(({ id }) => id)).toEqual(['ice', 'kettles', 'steam', 'water'])
  expect(courses).toEqual([
    {
      id: 'heat',
      title: 'Heat',
      summary: 'Boil anything.',
      audience: 'Whoever drinks tea.',
      language: 'en',
      direction: 'ltr',
      decks: [
        { id: 'water', buildsOn: [] },
        { id: 'steam', buildsOn: ['water'] },
        { id: 'kettles', buildsOn: ['water', 'steam'] },
      ],
    },
  ])
})

describe('a slip in a course is named by line', () => {
  it.each([
    [
      'an unknown deck',
      change('- id: steam', '- id: steem'),
      [
        '4 decks (warning) The deck "steam" of this topic is not in the course. Add it, or move its file to another topic.',
        '6 decks[1].id There is no deck "steem". Did you mean "steam"?',
        '9 decks[2].buildsOn[1] The course has no deck "steam" to build on. Did you mean "steem"?',
      ],
    ],
    [
      'a deck of another topic',
      `${COURSE}  - id: ice\n`,
      [
        '10 decks[3].id The deck "ice" lies in the topic "cold". Move its file to this folder, or remove it here.',
      ],
    ],
    [
      'a deck twice',
      `${COURSE}  - id: water\n`,
      ['10 decks[3].id The deck "water" stands in this course already. Remove one of the two.'],
    ],
    [
      'a foundation twice',
      change('[water, steam]', '[water, water]'),
      ['9 decks[2].buildsOn[1] "water" is named here already. Remove one of the two.'],
    ],
    [
      'a deck that builds on itself',
      change('[water]', '[steam]'),
      ['7 decks[1].buildsOn[0] "steam" builds on itself. Remove it here.'],
    ],
    [
      'a deck that builds on one after it',
      change('  - id: water\n', '  - id: water\n    buildsOn: [kettles]\n').replace('[water, steam]', '[]'),
      ['6 decks[0].buildsOn[0] "kettles" comes after "water" in the list. Move it up.'],
    ],
    [
      'a circle',
      change('  - id: water\n', '  - id: water\n    buildsOn: [kettles]\n').replace(
        '[water, steam]',
        '[steam]',
      ),
      [
        '6 decks[0].buildsOn[0] This goes in a circle: water builds on kettles builds on steam builds on water. Remove one of these.',
      ],
    ],
    [
      'a foundation that is no deck here',
      change('[water]', '[ice]'),
      [
        '7 decks[1].buildsOn[0] The course has no deck "ice" to build on. Decks of this course: water, steam, kettles.',
      ],
    ],
    [
      'a deck left out',
      change('  - id: kettles\n    buildsOn: [water, steam]\n', ''),
      [
        '4 decks (warning) The deck "kettles" of this topic is not in the course. Add it, or move its file to another topic.',
      ],
    ],
    [
      'a missing field',
      change('audience: Whoever drinks tea.\n', ''),
      [
        '1 audience "audience" is missing or empty. Add it: for whom it is, and what they should know before.',
      ],
    ],
    [
      'an unknown field',
      change('buildsOn: [water]', 'buildson: [water]'),
      ['7 decks[1].buildson "buildson" is no field here. Did you mean "buildsOn"?'],
    ],
    [
      'decks as bare names',
      'title: Heat\nsummary: Boil.\naudience: You.\ndecks: [water]\n',
      [
        '4 decks (warning) The deck "water" of this topic is not in the course. Add it, or move its file to another topic.',
        '4 decks (warning) The deck "steam" of this topic is not in the course. Add it, or move its file to another topic.',
        '4 decks (warning) The deck "kettles" of this topic is not in the course. Add it, or move its file to another topic.',
        '4 decks[0] This is "water". Write fields: lines like "name: value".',
      ],
    ],
    [
      'no decks',
      'title: Heat\nsummary: Boil.\naudience: You.\ndecks: []\n',
      expect.arrayContaining(['4 decks Name at least one deck.']),
    ],
    ['YAML that is none', 'title: [Heat\n', [expect.stringMatching(/^1 {2}A bracket opens/)]],
    ['nothing at all', '', ['1  "The file" is missing or empty. Add it.']],
  ])('%s', async (_, course, found) => {
    expect((await findings(course)).sort()).toEqual(Array.isArray(found) ? [...found].sort() : found)
  })

  it('of a deck that cannot be read nobody says that it is missing', async () => {
    expect(await findings(COURSE, { 'heat/water.yaml': 'id: [' })).toEqual([])
  })

  it('and loads nothing', async () => {
    await findings(change('- id: steam', '- id: steem'))
    expect(await loadDecks(folder)).toMatchObject({ decks: [], courses: [] })
  })
})
