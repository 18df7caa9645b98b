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

describe('slips', () => {
  it('are found all at once, in the order of the file', async () => {
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
