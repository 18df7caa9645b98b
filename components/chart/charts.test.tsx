import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Story, type Told } from '@/components/progress/story'
import { addDays } from '@/lib/rules/local-day'
import { RANGES } from '@/lib/rules/progress/view'
import { Bars } from './bars'

const today = '2026-03-02'
const NOW = Date.UTC(2026, 2, 2, 12)
const cell = {
  deckId: 'deck',
  state: 'review' as const,
  recalled: 1,
  mixed: 1,
  suspended: 0,
  leech: 0,
  stability: 6,
  interval: 6,
  difficulty: 4,
  recall: 5,
  items: 3,
}
const counts = {
  ...{ attempts: 12, ms: 90_000, reviews: 10, added: 2, again: 1, good: 9, sureN: 4, sureR: 3 },
  ...{ youngN: 6, youngR: 5, matureN: 3, matureR: 3, 'hourN.7': 10, 'hourR.7': 9 },
  ...{ 'binN.18': 9, 'binP.18': 8300, 'binR.18': 8, error: 900_000 },
}
const told = (more: Partial<Told> = {}): Told => ({
  timeZone: 'UTC',
  dayStartHour: 4,
  today,
  retention: 0.9,
  decks: [{ id: 'deck', title: 'A deck', items: 9 }],
  days: [0, 1, 3, 40, 200].map((ago) => ({ day: addDays(today, -ago), counts })).reverse(),
  cells: [cell, { ...cell, state: 'learning' as const, interval: 0, items: 1 }],
  asked: [
    { askAt: NOW - 5 * 86_400_000, items: 4 },
    { askAt: NOW + 86_400_000, items: 2 },
  ],
  sureAndWrong: [{ itemId: 'deck/q', deckId: 'deck', name: 'q', asked: 'Which?', lastAt: NOW }],
  habits: { reviewsADay: 200 },
  reviewed: 9,
  ...more,
})
const page = (range: (typeof RANGES)[number], more: Partial<Told> = {}) =>
  renderToStaticMarkup(<Story told={told(more)} view={{ range }} now={NOW} />)
const count = (text: string, what: RegExp) => [...text.matchAll(what)].length

describe('pictures', () => {
  it.each(RANGES)('of the range %s are named, described, tabled, and without styles', (range) => {
    const html = page(range)
    const pictures = [...html.matchAll(/<svg[^>]*role="img"[^>]*aria-labelledby="(\S+) (\S+)"/g)]
    expect(pictures.length).toBeGreaterThan(25)
    for (const [, title, description] of pictures) {
      expect(html).toMatch(new RegExp(`<title id="${title}">.+?</title>`))
      expect(html).toMatch(new RegExp(`<desc id="${description}">.+?</desc>`))
    }
    expect(count(html, /<details/g)).toBeGreaterThan(11)
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('say in a sentence what is to be seen', () => {
    const text = page('30d').replaceAll('\u00a0', ' ')
    for (const said of [
      'You gave 12 answers in 2 minutes today. 4 items are due.',
      '2 items come due in the next 30 days, none of them today. 4 items waited before today.',
      'You studied on 5 days of the last year and gave 60 answers. 3 days in a row, 1 day off forgiven.',
      'You recalled 89 % of what came due in the last 30 days; you asked for 90 %.',
      'Of 9 items in the decks you have begun, 3 are mature, 0 young, and 5 not answered yet.',
      'Of 27 reviews, 92 % were forecast to be recalled; 89 % were. Typical error: 3.3 %.',
      '3 of 9 items are mastered',
      'Sure: 75 % right.',
    ])
      expect(text).toContain(said)
  })

  it('say what a day’s limit leaves for today, and not all that waits', () => {
    const asked = [{ askAt: NOW - 5 * 86_400_000, items: 1409 }]
    // One item is in a step of learning, which no limit holds back.
    const all = page('30d', { asked })
    expect(all).toContain('192 items today; 1,217 more wait and come a few each day.')
    const deck = { id: 'deck', title: 'A deck', items: 9 }
    expect(page('30d', { asked, deck })).toContain('Up to 192 items today; 1,217 more')
    expect(page('30d', { asked, habits: { reviewsADay: 200, catchUpADay: 60 } })).toContain('52 items today;')
    const done = page('30d', { asked, reviewed: 200, cells: [cell] })
    expect(done).toContain('That is all for today; 1,409 more wait')
  })

  it('of somebody who has just begun say what is missing, and draw nothing of it', () => {
    const first = {
      attempts: 3,
      ms: 20_000,
      reviews: 3,
      added: 3,
      again: 1,
      good: 2,
      'hourN.7': 3,
      'hourR.7': 2,
    }
    const html = page('30d', {
      days: [{ day: today, counts: first }],
      cells: [{ ...cell, state: 'learning', stability: 1, interval: 0, items: 3 }],
      asked: [{ askAt: NOW, items: 3 }],
      sureAndWrong: [],
    })
    expect(html).toContain('Nothing that you had learned before came due')
    expect(html).toContain('Nothing was forecast in the last 30 days')
    expect(html).toContain('You did not say how sure you were')
    expect(html).not.toContain('id="forecast-picture')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })
})

it('draws bars from zero, as high as their values, and none for nothing', () => {
  const html = renderToStaticMarkup(
    <Bars
      id="bars"
      title="Title"
      description="Description"
      unit="items"
      names={['a', 'b', 'c']}
      series={[{ tone: 'one', values: [10, 0, 5] }]}
    />,
  )
  const [path] = [...html.matchAll(/<path d="([^"]+)" class="fill-chart-one"/g)].map(([, d]) => d)
  const heights = [...(path ?? '').matchAll(/v-([\d.]+)h/g)].map(([, high]) => Number(high))
  expect(heights).toHaveLength(2)
  expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(2, 1)
})
