import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Theme = 'light' | 'dark'
type Colour = { lightness: number; chroma: number; hue: number }

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')

const parse = (text: string): Colour => {
  const [, lightness, chroma, hue] = /([\d.]+)% ([\d.]+) ([\d.]+)/.exec(text) ?? []
  return { lightness: Number(lightness) / 100, chroma: Number(chroma), hue: Number(hue) }
}

const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\)/g)].map(
    ([, name, light, dark]) => [name, { light: parse(light ?? ''), dark: parse(dark ?? '') }],
  ),
)

/** Linear sRGB of an OKLCH colour; matrices by Björn Ottosson, https://bottosson.github.io/posts/oklab/ */
const linear = ({ lightness, chroma, hue }: Colour): [number, number, number] => {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const colour = (name: string, theme: Theme): Colour => {
  const token = tokens.get(name)
  if (!token) throw new Error(`no colour is called ${name}`)
  return token[theme]
}

/** Relative luminance and contrast by WCAG 2.2. */
const luminance = (it: Colour) => {
  const [red, green, blue] = linear(it)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string, theme: Theme) => {
  const [darker = 0, lighter = 0] = [colour(one, theme), colour(other, theme)]
    .map(luminance)
    .sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const surfaces = ['paper', 'sheet']
const meanings = ['right-ink', 'wrong-ink', 'due-ink', 'info-ink']
const text: [string, string][] = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-deep', ...meanings].flatMap((ink) =>
    surfaces.map((surface): [string, string] => [ink, surface]),
  ),
  ...[...meanings, 'accent'].flatMap((meaning) => {
    const wash = meaning.replace(/(-ink)?$/, '-wash')
    return [meaning, 'ink', 'ink-soft', 'ink-faint'].map((ink): [string, string] => [ink, wash])
  }),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
]
const marks = ['chart-one', 'chart-two', 'chart-three', 'heat-one', 'heat-two', 'heat-three', 'heat-four']
const controls = [...surfaces, 'accent-wash', 'right-wash', 'wrong-wash'].map((surface) => ['edge', surface])

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(text)('sets %s on %s at 7 to 1 or better', (ink, surface) => {
    expect(contrast(ink, surface, theme)).toBeGreaterThanOrEqual(7)
  })

  it.each(controls)('draws %s on %s at 3 to 1 or better', (edge, surface) => {
    expect(contrast(edge ?? '', surface ?? '', theme)).toBeGreaterThanOrEqual(3)
  })

  it.each(marks)('draws %s on paper at 3 to 1 or better', (mark) => {
    expect(contrast(mark, 'paper', theme)).toBeGreaterThanOrEqual(3)
  })

  it('tells the tones of a stacked bar, and the days of a calendar, apart by lightness alone', () => {
    for (const [darker, lighter] of [
      ['chart-one', 'chart-two'],
      ['heat-one', 'heat-two'],
      ['heat-two', 'heat-three'],
      ['heat-three', 'heat-four'],
    ] as const)
      expect(Math.abs(colour(darker, theme).lightness - colour(lighter, theme).lightness)).toBeGreaterThan(
        0.1,
      )
  })

  it('asks for no colour that a common screen cannot show', () => {
    const outside = [...tokens.keys()].filter((name) =>
      linear(colour(name ?? '', theme)).some((channel) => channel < -0.001 || channel > 1.001),
    )
    expect(outside).toEqual([])
  })
})

it('reads every colour of the stylesheet', () => {
  expect(tokens.size).toBe([...css.matchAll(/--color-[a-z-]+: light-dark/g)].length)
  expect(tokens.size).toBeGreaterThan(15)
})
