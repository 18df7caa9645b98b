import { defineConfig } from '@playwright/test'
import { findBrowser } from '../find-browser'

process.env.E2E_BROWSER ??= await findBrowser()

/** Every journey on the server that they share; those that start servers or read builds of their own are left out. */
const SAME = [
  'study',
  'accounts',
  'classes',
  'kept-answers',
  'interrupted',
  'interrupted-forms',
  'no-script',
  'hostile',
  'authorization',
]

/**
 * The journeys of the embedded default on two copies, a primary and a replica; then what only several copies, or a
 * database elsewhere, can go through.
 */
export default defineConfig({
  testDir: '..',
  testMatch: [...SAME.map((name) => `**/e2e/${name}.spec.ts`), '**/e2e/copies/*.spec.ts'],
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
