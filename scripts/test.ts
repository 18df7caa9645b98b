// `npm test`: every check there is, in the order in which they fail fastest. All of them run, so that one run shows
// everything that is wrong; the last line counts tests of all kinds.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './server/built'
import { add, type Count, fromExit, fromPlaywright, fromVitest, NONE, summary } from './test/count'

const REPORTS = join('test-results', 'reports')
const bin = (name: string, path: string) => join('node_modules', name, path)
const journeys = join(REPORTS, 'journeys.json')
const units = join(REPORTS, 'units.json')

const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: journeys }
const title = (text: string) => console.log(`\n—— ${text}`)

async function stage(text: string, args: string[]): Promise<number> {
  title(text)
  return run(args, env)
}

async function tests(): Promise<Count> {
  await rm('test-results', { recursive: true, force: true })
  await mkdir(REPORTS, { recursive: true })

  const biome = bin('@biomejs/biome', 'bin/biome')
  let count = add(NONE, fromExit(await stage('Format, lint, import directions', [biome, 'ci', '.'])))

  // Next writes the types of routes; a fresh clone has none yet.
  const next = bin('next', 'dist/bin/next')
  const typegen = await stage('Types', [next, 'typegen'])
  const types = typegen || (await run([bin('typescript', 'bin/tsc'), '--noEmit'], env))
  count = add(count, fromExit(types))

  const vitest = [bin('vitest', 'vitest.mjs'), 'run', '--allowOnly=false', '--reporter=default']
  const reports = ['--reporter=json', `--outputFile.json=${units}`]
  const unitsExit = await stage('Rules and queries', [...vitest, ...reports])
  count = add(count, await fromVitest(unitsExit, units))

  const built = await stage('Production build', ['--import', 'tsx', join('scripts', 'ensure-build.ts')])
  count = add(count, fromExit(built))

  if (built === 0) {
    const playwright = bin('@playwright/test', 'cli.js')
    const exit = await stage('Journeys', [playwright, 'test', '--forbid-only', '--reporter=list,json'])
    return add(count, await fromPlaywright(exit, journeys))
  }
  title('Journeys: not walked, because there is no build to walk through')
  return add(count, { passed: 0, failed: 1 })
}

const total = await tests()
console.log(`\n${summary(total)}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
