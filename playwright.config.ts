import nextEnv from '@next/env'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/find-browser'
import { freePort } from './e2e/free-port'

nextEnv.loadEnvConfig(process.cwd())

// Workers read this file again, in an environment that they inherit: found once, known to all.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_BROWSER ??= await findBrowser()

export default defineConfig({
  testDir: 'e2e',
  // Copies of the application that journeys build bring tests of their own along. What several copies share needs a
  // libSQL server and minutes: `npm run test:deploy` has it.
  testIgnore: ['**/.work/**', '**/e2e/copies/**'],
  outputDir: 'test-results/journeys',
  globalSetup: './e2e/global-setup.ts',
  // A promise that holds only on a second try does not hold.
  retries: 0,
  workers: 2,
  timeout: 45_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.E2E_BROWSER, args: ['--no-sandbox'] },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    // Journeys that a narrow screen could break carry the tag.
    { name: 'phone', grep: /@phone/, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
  ],
})
