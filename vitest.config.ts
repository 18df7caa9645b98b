import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{app,components,db,lib,scripts,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['e2e/sqld/install.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // The process's zone must not matter to any rule; a zone far from UTC shows when it does.
    env: { TZ: 'Pacific/Kiritimati' },
  },
})
