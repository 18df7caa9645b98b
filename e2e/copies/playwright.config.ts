import { defineConfig } from '@playwright/test'
import { findBrowser } from '../find-browser'

process.env.E2E_BROWSER ??= await findBrowser()

/**
 * The journeys of the embedded default on two copies, a primary and a replica; then what only several copies, or a
 * database elsewhere, can go through. Journeys that read the database file are of the embedded default alone.
 */
export default defineConfig({
  testDir: '..',
  testMatch: ['study.spec.ts', 'accounts.spec.ts', 'classes.spec.ts', 'copies/*.spec.ts'],
  outputDir: '../../test-results/copies',
  globalSetup: './setup.ts',
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: process.env.E2E_BROWSER, args: ['--no-sandbox'] },
  },
  projects: [{ name: 'copies', use: { baseURL: process.env.COPIES_URL } }],
})
