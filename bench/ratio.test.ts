import { describe, expect, it } from 'vitest'
import { holds, inPairs, line, median, ROUNDS } from './ratio'

describe('a figure', () => {
  it('is judged by its median, from above or from below', () => {
    const ratios = [0.5, 0.9, 1.2]
    expect(median(ratios)).toBe(0.9)
    expect(median([1, 2])).toBe(1.5)
    expect(holds({ title: '', ratios, bound: { atLeast: 0.8 }, behind: '' })).toBe(true)
    expect(holds({ title: '', ratios, bound: { atMost: 0.8 }, behind: '' })).toBe(false)
    expect(() => median([])).toThrow('Nothing was measured')
  })

  it('is printed with its spread and whether it holds', () => {
    const figure = {
      title: 'Pages',
      ratios: [0.8, 0.7, 0.95],
      bound: { atLeast: 0.8 },
      behind: '8 against 10',
    }
    expect(line(figure)).toBe('Pages: 0.80 (0.70 to 0.95), at least 0.8: holds\n  8 against 10')
    expect(line({ ...figure, bound: { atLeast: 0.9 } })).toContain('DOES NOT HOLD')
  })

  it('takes turns, each side first in every other round, and leaves the warm-up out', async () => {
    const order: string[] = []
    const measured = await inPairs(
      async () => order.push('ours') * 2,
      async () => order.push('theirs'),
    )
    expect(measured.ratios).toHaveLength(ROUNDS)
    expect(order.slice(0, 6)).toEqual(['theirs', 'ours', 'ours', 'theirs', 'theirs', 'ours'])
    expect(order.filter((side) => side === 'ours')).toHaveLength(ROUNDS + 1)
  })
})
