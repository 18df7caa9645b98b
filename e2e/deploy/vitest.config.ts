import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The container files, for `npm run test:deploy`. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)) } },
  test: { include: ['e2e/deploy/*.check.ts'], root: fileURLToPath(new URL('../..', import.meta.url)) },
})
