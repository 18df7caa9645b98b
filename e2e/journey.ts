import { test as base } from '@playwright/test'

/**
 * A journey, and nothing of it left behind: a browser that a journey opened beside its own stays open otherwise, and
 * goes on asking the server, and is drawn, until its worker's last journey is over.
 */
export const test = base.extend<{ nothingLeftOpen: undefined }>({
  nothingLeftOpen: [
    async ({ browser }, use) => {
      const others = new Set(browser.contexts())
      await use(undefined)
      await Promise.all(
        browser.contexts().map((context) => (others.has(context) ? undefined : context.close())),
      )
    },
    { auto: true },
  ],
})
