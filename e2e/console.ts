import type { Page } from '@playwright/test'

/** Collects what the page complains of from now on: violations of its policy, and errors nobody caught. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (/content security policy|trusted ?(types|html|script)|hydrat/i.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  return complaints
}

/** Opens a page and waits until it has come to life and said what it has to say. */
export async function visit(page: Page, path: string) {
  const answer = await page.goto(path)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })))
  await page.waitForTimeout(200)
  return answer
}
