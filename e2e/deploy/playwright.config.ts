import { defineConfig } from '@playwright/test'
import { findBrowser } from '../find-browser'
import { freePort } from '../free-port'

process.env.DEPLOY_PORT ??= String(await freePort())
process.env.E2E_BROWSER ??= await findBrowser()

/** The journeys of `npm run test:deploy`, on what `vercel build` makes. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../test-results/deploy',
  globalSetup: './setup.ts',
  retries: 0,
  workers: 1,
  timeout: 60_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${process.env.DEPLOY_PORT}`,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.E2E_BROWSER, args: ['--no-sandbox'] },
  },
})
