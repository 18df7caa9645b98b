import { describe, expect, it } from 'vitest'
import { deckSchema } from '@/lib/content/schema'
import { libraryComplaints } from './library'
import { type Answer, askForLinks, MOST_LINKS, outsideLinks } from './outside-links'

const deck = (id: string, front: string, back: string) =>
  deckSchema.parse({
    id,
    title: 'A',
    summary: 'B.',
    sources: [{ title: 'A book', url: 'https://example.org/book#page' }, { title: 'Another' }],
    cards: [{ id: 'one', level: 'beginner', front, back, pictures: [{ file: 'a.svg', alt: 'A' }] }],
  })

describe('decks side by side', () => {
  const said = (...links: string[]) =>
    libraryComplaints(
      [
        {
          topic: 'physics',
          deck: deck('kettles', 'What whistles?', links.map((to) => `[x](${to})`).join(' ')),
        },
        { topic: 'physics', deck: deck('pots', 'What boils?', 'Water.') },
      ],
      ['physics'],
    ).flatMap((complaints) => complaints.map(({ message }) => message))

  it('links that lead somewhere are left alone, whichever way they are written', () => {
    const good = [
      '/decks',
      '/decks/pots',
      '/decks/pots#one',
      'pots#one',
      '#one',
      '/decks/pots#_quiz',
      '?level=beginner',
    ]
    expect(said(...good, '/courses/physics', '/content/physics/a.svg', 'https://example.org/x')).toEqual([])
    expect(said('mailto:a@example.org', 'https://example.org/decks/nowhere')).toEqual([])
  })
  it('and each that does not is named', () => {
    expect(
      said('/decks/pans', '/decks/pots#two', 'kettles.yaml', '/nowhere', '/content/physics/b.svg'),
    ).toHaveLength(5)
  })
  it('two decks of one topic that ask the same are named at the second, of two topics not', () => {
    const one = { topic: 'physics', deck: deck('kettles', 'What boils?', 'Water.') }
    const same = (topic: string) =>
      libraryComplaints([one, { topic, deck: deck('pots', 'What boils?', 'Soup.') }], [])
    expect(same('physics').map((list) => list.map(({ message }) => message))).toEqual([
      [],
      ['/decks/kettles#one asks the same. Ask from another side, or link to it instead.'],
    ])
    expect(same('cooking')).toEqual([[], []])
  })
})

describe('links that lead outside', () => {
  it('are those of texts and sources', () => {
    const found = outsideLinks(
      deck('kettles', 'See <https://a.example>', '[x](/decks) [y](http://b.example/c)'),
    )
    expect(found.map(({ path, url }) => `${path.join('.')} ${url}`)).toEqual([
      'cards.0.front https://a.example',
      'cards.0.back http://b.example/c',
      'sources.0.url https://example.org/book#page',
    ])
  })

  it('are asked once each, one after another at one host and no more than a few hosts at a time', async () => {
    const asked: string[] = []
    const busy = new Map<string, number>()
    let most = 0
    const ask = async (url: string): Promise<Answer> => {
      const { host } = new URL(url)
      asked.push(url)
      expect(busy.get(host) ?? 0).toBe(0)
      busy.set(host, 1)
      most = Math.max(
        most,
        [...busy.values()].reduce((sum, each) => sum + each, 0),
      )
      await new Promise((resolve) => setTimeout(resolve, 1))
      busy.set(host, 0)
      return url.endsWith('gone') ? 'gone' : 'there'
    }
    const urls = Array.from({ length: 30 }, (_, at) => `https://h${at % 10}.example/${at}`)
    const answers = await askForLinks([...urls, ...urls, 'https://h1.example/gone#x'], ask, 0)
    expect(asked).toHaveLength(31)
    expect(answers.get('https://h1.example/gone')).toBe('gone')
    expect(most).toBeLessThanOrEqual(4)
  })

  it('are not called gone by a machine that finds no name at all', async () => {
    const urls = ['https://a.example/', 'https://b.example/']
    const alone = await askForLinks(urls, async () => 'nameless', 0)
    expect([...alone.values()]).toEqual(['unclear', 'unclear'])
    const ask = async (url: string): Promise<Answer> => (url.includes('a.') ? 'nameless' : 'there')
    expect([...(await askForLinks(urls, ask, 0)).entries()].sort()).toEqual([
      ['https://a.example/', 'gone'],
      ['https://b.example/', 'there'],
    ])
  })

  it('are left unasked beyond what one run should ask', async () => {
    const urls = Array.from({ length: MOST_LINKS + 9 }, (_, at) => `https://h${at}.example/`)
    expect((await askForLinks(urls, async () => 'there', 0)).size).toBe(MOST_LINKS)
  })
})
