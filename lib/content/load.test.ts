import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decksOrThrow, loadDecks } from './load'
import { SAMPLE_YAML } from './testing'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-content-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function write(files: Record<string, string | Uint8Array>) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}

/** The findings as `12 cards[0].level message`, without the folder of the test. */
async function findings(files: Record<string, string | Uint8Array>): Promise<string[]> {
  await write(files)
  const { findings } = await loadDecks(folder)
  return findings.map(
    ({ file, line, field, message, severity }) =>
      `${file.slice(folder.length + 1)}:${line} ${field} ${severity === 'warning' ? '(warning) ' : ''}${message.replaceAll(folder, 'content')}`,
  )
}

const change = (from: string, to: string): string => {
  expect(SAMPLE_YAML).toContain(from)
  return SAMPLE_YAML.replace(from, to)
}
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('a deck that is in order', () => {
  it('is loaded whole, in the order of its file', async () => {
    await write({ 'physics/kettles.yaml': SAMPLE_YAML })
    const { decks, findings } = await loadDecks(folder)
    expect(findings).toEqual([])
    expect(decks).toHaveLength(1)
    expect(decks[0]).toMatchObject({ id: 'kettles', topic: 'physics', language: 'en', direction: 'ltr' })
    expect(decks[0]?.items.map(({ name, kind, position }) => [name, kind, position])).toEqual([
      ['boiling', 'card', 0],
      ['whistle', 'question', 0],
      ['faster', 'question', 1],
      ['mountain', 'prompt', 0],
    ])
    expect(decks[0]?.items.map(({ body }) => body.kind === 'question' && body.several)).toEqual([
      false,
      false,
      true,
      false,
    ])
    expect(decks[0]?.items[3]?.concepts).toEqual(['pressure', 'vapour'])
  })

  it('may call an item what it likes: the page has no anchor of its own that an author could write', async () => {
    for (const id of ['recall', 'quiz', 'explain', 'main', 'content'])
      expect(await findings({ 'physics/kettles.yaml': change('id: boiling', `id: ${id}`) })).toEqual([])
  })

  it('hashes a picture by its bytes', async () => {
    const picture = (colour: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg"><path fill="${colour}"/></svg>`
    const deck = change('    back: At', '    pictures: [{ file: a.svg, alt: A kettle }]\n    back: At')
    await write({ 'physics/kettles.yaml': deck, 'physics/a.svg': picture('red') })
    const [red] = await decksOrThrow(folder)
    await write({ 'physics/a.svg': picture('blue') })
    const [blue] = await decksOrThrow(folder)
    expect(red?.items[0]?.body.pictures[0]).toMatchObject({ source: 'physics/a.svg', alt: 'A kettle' })
    expect(blue?.items[0]?.contentHash).not.toBe(red?.items[0]?.contentHash)
    expect(blue?.items[1]?.contentHash).toBe(red?.items[1]?.contentHash)
  })
})

/** What was written instead of what, the text whose line is to be named, field, and the sentence. */
const SLIPS: [title: string, from: string, to: string, at: string, field: string, message: string][] = [
  [
    'an unknown field',
    'title: Kettles',
    'titel: Kettles',
    'titel:',
    'titel',
    '"titel" is no field here. Did you mean "title"?',
  ],
  [
    'an unknown field of an option',
    '        correct: false\n        feedback: It does',
    '        correct: false\n        fedback: It does',
    'fedback:',
    'questions[0].options[1].fedback',
    '"fedback" is no field here. Did you mean "feedback"?',
  ],
  [
    'an unknown field with nothing near',
    'id: kettles',
    'id: kettles\ncolour: red',
    'colour:',
    'colour',
    '"colour" is no field here. Fields here: id, title, summary, language, direction, licence, sources, keepers, cards, questions, prompts.',
  ],
  [
    'a missing explanation',
    '    explanation: A narrow gap turns a flow into a tone.\n',
    '',
    '- id: whistle',
    'questions[0].explanation',
    '"explanation" is missing or empty. Add it: why the right option is right. Markdown.',
  ],
  [
    'an empty explanation',
    'explanation: A narrow gap turns a flow into a tone.',
    'explanation:',
    'explanation:',
    'questions[0].explanation',
    '"explanation" is missing or empty. Add it: why the right option is right. Markdown.',
  ],
  [
    'a concept without phrasings',
    'accept: [vapour pressure, steam gets out]',
    'accept: []',
    'accept: []',
    'prompts[0].concepts[1].accept',
    'Give at least one accepted phrasing.',
  ],
  [
    'an unknown level',
    'level: intermediate',
    'level: expert',
    'level: expert',
    'questions[0].level',
    '"expert" is not known here. Write one of: beginner, intermediate, advanced.',
  ],
  [
    'a number for an id',
    'id: boiling',
    'id: 2024',
    '- id: 2024',
    'cards[0].id',
    'This is 2024. Write text; put it in quotes.',
  ],
  [
    'yes for true',
    '        correct: false\n        feedback: It does',
    '        correct: yes\n        feedback: It does',
    'correct: yes',
    'questions[0].options[1].correct',
    'This is "yes". Write true or false, without quotes.',
  ],
  [
    'an id with capitals',
    'id: boiling',
    'id: Boiling',
    '- id: Boiling',
    'cards[0].id',
    '"Boiling" does not do: use small letters, digits and single hyphens.',
  ],
  [
    'a revision below one',
    '    level: intermediate',
    '    level: intermediate\n    revision: 0',
    'revision: 0',
    'questions[0].revision',
    '0 is too small. Write 1 or more.',
  ],
  [
    'a list for a text',
    'front: At what temperature does water boil at sea level?',
    'front: [a, b]',
    'front:',
    'cards[0].front',
    'This is a list. Write text; put it in quotes.',
  ],
  [
    'an over-long title',
    'title: Kettles',
    `title: ${'k'.repeat(121)}`,
    'title:',
    'title',
    '121 characters are too many: 120 fit. Shorten it or split it up.',
  ],
  [
    'two items of one id over two lists',
    'id: mountain',
    'id: boiling',
    '- id: boiling\n    level: advanced',
    'prompts[0].id',
    'Another item of this deck has the id "boiling". Choose another.',
  ],
  [
    'two options of one id',
    '- id: metal',
    '- id: steam',
    '- id: steam\n        text: The metal',
    'questions[0].options[1].id',
    'Another option of this question has the id "steam". Choose another.',
  ],
  [
    'two concepts of one id',
    '- id: vapour',
    '- id: pressure',
    '- id: pressure\n        name: Vapour',
    'prompts[0].concepts[1].id',
    'Another concept of this deck has the id "pressure". Choose another.',
  ],
  [
    'two right options where one can be chosen',
    '    select: several\n',
    '',
    'options:\n      - id: lid',
    'questions[1].options',
    '2 options are right, but one can be chosen. Keep one right, or write "select: several".',
  ],
  [
    'no right option',
    'correct: true',
    'correct: false',
    'options:\n      - id: steam',
    'questions[0].options',
    'No option is right. Set "correct: true" on the right one.',
  ],
  [
    'an option said twice',
    'text: The metal expands.',
    'text: steam is pressed  through a narrow gap',
    'text: steam is',
    'questions[0].options[1].text',
    'This option says the same as "steam". Write another one or remove it.',
  ],
  [
    'an option that is nearly another',
    'text: The metal expands.',
    'text: Steam is pressed through a narrow cap.',
    'text: Steam is pressed through a narrow cap',
    'questions[0].options[1].text',
    '(warning) This option is hard to tell from "steam". Make the difference plain.',
  ],
  [
    'an unknown concept',
    'concepts: [pressure]',
    'concepts: [presure]',
    'concepts: [presure]',
    'cards[0].concepts[0]',
    'No prompt of this deck has the concept "presure". Did you mean "pressure"?',
  ],
  [
    'an unknown concept with nothing near',
    'concepts: [pressure]',
    'concepts: [sound]',
    'concepts: [sound]',
    'cards[0].concepts[0]',
    'No prompt of this deck has the concept "sound". Concepts of this deck: pressure, vapour.',
  ],
  [
    'a hint that gives the idea away',
    'hint: What must the steam win against?',
    'hint: Think of vapour pressure.',
    'hint: Think of vapour',
    'prompts[0].concepts[1].hint',
    '(warning) The hint says "vapour pressure", which earns the concept. Hint without giving it away.',
  ],
  [
    'a picture that is not there',
    '    back: At',
    '    pictures: [{ file: a.png, alt: A kettle }]\n    back: At',
    'pictures:',
    'cards[0].pictures[0].file',
    'There is no file "a.png" beside the deck. Put it there or mend the name.',
  ],
  [
    'a picture elsewhere',
    '    back: At',
    '    pictures: [{ file: ../a.png, alt: A kettle }]\n    back: At',
    'pictures:',
    'cards[0].pictures[0].file',
    '"../a.png" does not do: name a picture file that stands beside the deck.',
  ],
  [
    'a colon in plain text',
    'title: Kettles',
    'title: Kettles: an introduction',
    'title:',
    '',
    'A colon followed by a space starts a field. Put text that contains one in quotes, or on lines of its own after "|".',
  ],
  [
    'a field given twice',
    'title: Kettles',
    'title: Kettles\ntitle: Pots',
    'title: Pots',
    '',
    'This field is given twice. Keep one of them.',
  ],
  [
    'an alias',
    'title: Kettles',
    'title: &t Kettles\nsummary2: *t',
    'summary2:',
    '',
    'Anchors and aliases are not read. Write the value out.',
  ],
]

describe('a slip is found on its line, and the sentence says what to do', () => {
  it.each(SLIPS)('%s', async (_, from, to, at, field, message) => {
    const text = change(from, to)
    const found = await findings({ 'physics/kettles.yaml': text })
    expect(found).toContain(`physics/kettles.yaml:${lineOf(text, at)} ${field} ${message}`)
  })

  it('all slips are found at once, in the order of the file', async () => {
    const text = change('level: beginner', 'level: expert')
      .replace('correct: true', 'correct: false')
      .replace('hint: Think', 'hin: Think')
    const found = await findings({ 'physics/kettles.yaml': text, 'physics/pots.yaml': 'id: pots' })
    expect(found.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      'physics/kettles.yaml:6 cards[0].level',
      'physics/kettles.yaml:14 questions[0].options',
      `physics/kettles.yaml:${lineOf(text, '- id: mountain')} prompts[0].hint`,
      `physics/kettles.yaml:${lineOf(text, 'hin:')} prompts[0].hin`,
      'physics/pots.yaml:1 title',
      'physics/pots.yaml:1 summary',
      'physics/pots.yaml:1 ',
    ])
  })
})

describe('files as a whole', () => {
  it('an error in one file leaves nothing loaded, and building stops with every error named', async () => {
    await write({ 'physics/kettles.yaml': SAMPLE_YAML, 'physics/pots.yaml': 'id: pots' })
    expect((await loadDecks(folder)).decks).toEqual([])
    await expect(decksOrThrow(folder)).rejects.toThrow(/pots\.yaml:1 title[\s\S]*pots\.yaml:1 summary/)
  })

  it('a warning stops nothing', async () => {
    const deck = change('hint: What must the steam win against?', 'hint: Think of vapour pressure.')
    await write({ 'physics/kettles.yaml': deck })
    expect(await decksOrThrow(folder)).toHaveLength(1)
  })

  it('texts are laid out to find what a reader would not see, unless a build has done so', async () => {
    await write({ 'physics/kettles.yaml': change('At **100 °C**.', 'At $\\frac{$.') })
    expect((await loadDecks(folder)).findings).toMatchObject([{ line: 8, field: 'cards[0].back' }])
    expect(await decksOrThrow(folder, { texts: false })).toHaveLength(1)
  })

  it('a deck behind a link is read, and a folder that is not there is named', async () => {
    await write({ 'elsewhere.txt': SAMPLE_YAML, 'physics/.keep': '' })
    await symlink(join(folder, 'elsewhere.txt'), join(folder, 'physics/kettles.yaml'))
    expect(await decksOrThrow(folder)).toMatchObject([{ id: 'kettles' }])
    await expect(loadDecks(join(folder, 'nowhere'))).rejects.toThrow(/nowhere" cannot be read/)
  })

  it('two decks of one id', async () => {
    const found = await findings({ 'a/one.yaml': SAMPLE_YAML, 'b/two.yaml': SAMPLE_YAML })
    expect(found).toEqual([
      `b/two.yaml:1 id The deck in ${folder}/a/one.yaml has the id "kettles" already. Choose another.`.replace(
        folder,
        'content',
      ),
    ])
  })

  it('a deck in the wrong place', async () => {
    for (const name of ['kettles.yaml', 'Physics/kettles.yaml', 'a/b/kettles.yaml', 'a/kettles.yml'])
      expect(await findings({ [name]: SAMPLE_YAML })).toContain(
        `${name}:1  A deck lies at content/<topic>/<deck>.yaml, the topic in small letters, digits and hyphens. Move or rename this file.`,
      )
  })

  it('bytes that are not text, too many of them, and nesting made to bring the reader down', async () => {
    expect(
      await findings({
        'a/bytes.yaml': Uint8Array.from([0xff, 0xfe, 0x00]),
        'a/deep.yaml': '['.repeat(300_000),
        'a/large.yaml': `# ${'x'.repeat(2 * 1024 * 1024)}`,
      }),
    ).toEqual([
      'a/bytes.yaml:1  The file is not UTF-8 text. Save it as UTF-8.',
      'a/deep.yaml:1  This is nested too deeply to be a deck. Flatten it.',
      'a/large.yaml:1  The file is larger than 2 MB. Split the deck into several.',
    ])
  })

  it('pictures: bytes that are something else, script in an SVG, and one that no deck names', async () => {
    const pictures =
      '    pictures:\n      - { file: a.png, alt: A }\n      - { file: b.svg, alt: B }\n      - { file: c.svg }\n'
    const found = await findings({
      'physics/kettles.yaml': change('    back: At', `${pictures}    back: At`),
      'physics/a.png': 'GIF89a and so on',
      'physics/b.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'physics/c.svg':
        '<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>',
      'physics/d.svg': '<svg/>',
    })
    expect(found).toEqual([
      'physics/d.svg:1  (warning) No deck of this topic names this picture. Name it in an item or remove it.',
      'physics/kettles.yaml:9 cards[0].pictures[0].file "a.png" is not what its name says: its bytes are image/gif. Save it anew in that format.',
      'physics/kettles.yaml:10 cards[0].pictures[1].file "b.svg" carries script or HTML. Save it as a plain SVG.',
      'physics/kettles.yaml:11 cards[0].pictures[2].alt "alt" is missing or empty. Add it: what the picture shows, for somebody who cannot see it.',
    ])
  })
})
