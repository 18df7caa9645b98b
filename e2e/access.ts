import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe finds on the page as it is now, in light and dark: one line per rule and element, none when all is well.
 * Text has the contrast of 7:1 that the design asks for, not only the 4.5:1 of the standard's second level.
 */
export async function findings(page: Page): Promise<string[]> {
  const found: string[] = []
  // What is read while a page is still coming in may never be answered.
  await page.waitForLoadState('networkidle')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
      .analyze()
    for (const { id, nodes } of violations)
      for (const node of nodes)
        found.push(`${colorScheme}: ${id}: ${node.html.slice(0, 160)}: ${node.any[0]?.message ?? ''}`)
  }
  return found
}

/** Waits until the page has been drawn in its new colours. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  })

/** One of each landmark, one first heading, no level left out, a title, and a language. */
export async function expectOrder(page: Page): Promise<void> {
  for (const role of ['banner', 'main', 'contentinfo'] as const)
    await expect(page.getByRole(role), role).toHaveCount(1)
  const levels = await page
    .getByRole('heading')
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  expect(levels.filter((level, at) => level - (levels[at - 1] ?? 0) > 1)).toEqual([])
  await expect(page.locator('html')).toHaveAttribute('lang', /^[a-z]{2}/)
  expect(await page.title()).not.toBe('')
}

/** At the width of a phone nothing has to be scrolled sideways. */
export async function expectFits(page: Page, width = 360): Promise<void> {
  await page.setViewportSize({ width, height: 740 })
  const needed = () => page.evaluate(() => document.documentElement.scrollWidth)
  await expect.poll(needed).toBeLessThanOrEqual(width)
}
