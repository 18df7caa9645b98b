// `npm run test:deploy`: what only a release is worth waiting for. The contract suite through a replica of a libSQL
// server; the container files and their steps; the journeys on two copies with a primary and a replica, their faults and
// an upgrade; and what `vercel build` makes. Counts like `npm test`, and repeats of it what another place could change.
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sqldRunsHere } from '@/e2e/sqld/install'
import { run } from './server/built'
import { add, type Count, fromPlaywright, fromVitest, NONE, summary } from './test/count'

const REPORTS = join('test-results', 'reports')
const report = (name: string) => join(REPORTS, `${name}.json`)
const vitest = join('node_modules', 'vitest', 'vitest.mjs')
const playwright = join('node_modules', '@playwright', 'test', 'cli.js')
const config = (name: string) => join('e2e', 'deploy', `${name}.config.ts`)

/** Says what comes, and afterwards how long it took. */
async function stage(title: string, work: () => Promise<Count>): Promise<Count> {
  console.log(`\n—— ${title}`)
  const began = performance.now()
  const count = await work()
  console.log(`${title}: ${summary(count)} in ${Math.round((performance.now() - began) / 1000)} s`)
  return count
}

async function units(name: string, args: string[], env: Record<string, string> = {}): Promise<Count> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report(name)}`]
  const all = [vitest, 'run', '--allowOnly=false', ...args, ...reporters]
  return fromVitest(await run(all, { ...process.env, ...env }), report(name))
}

async function journeys(name: string, folder: string): Promise<Count> {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report(name) }
  const args = [
    'test',
    '-c',
    join('e2e', folder, 'playwright.config.ts'),
    '--forbid-only',
    '--reporter=list,json',
  ]
  return fromPlaywright(await run([playwright, ...args], env), report(name))
}

/** The tests that run on every driver; the others in there have been run by `npm test`. */
async function contractSuite(): Promise<string[]> {
  const files = (await readdir('db', { recursive: true })).filter((name) => name.endsWith('.test.ts'))
  const texts = await Promise.all(files.map((name) => readFile(join('db', name), 'utf8')))
  return files.filter((_, at) => texts[at]?.includes('DRIVERS')).map((name) => join('db', name))
}

await mkdir(REPORTS, { recursive: true })
let total = NONE
if (sqldRunsHere) {
  const suite = await contractSuite()
  const replica = () => units('replica', suite, { CONTRACT_DRIVERS: 'replica' })
  total = add(total, await stage('Queries through a replica', replica))
} else console.log('\n—— Queries through a replica: skipped, a libSQL server ships for Linux on x64 alone')
total = add(total, await stage('Containers', () => units('containers', ['--config', config('vitest')])))
if (sqldRunsHere) {
  total = add(total, await stage('Two copies, a primary and a replica', () => journeys('copies', 'copies')))
  total = add(total, await stage('Vercel', () => journeys('vercel', 'deploy')))
} else console.log('\n—— Copies and Vercel: skipped, a libSQL server ships for Linux on x64 alone')

console.log(`\n${summary(total)}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
