import { parseArgs } from 'node:util'
import { formatFinding, hasErrors, inOrder } from '@/lib/content/findings'
import { loadDecks } from '@/lib/content/load'
import { checkLinks } from './content/check-links'
import { environmentOrExit } from './server/environment'

/**
 * `npm run content:check [-- --links] [folder]`, by default the folder in CONTENT_DIR: every finding on a line of its
 * own, then the counts; exit code 1 on errors. `--links` asks for every page outside that a deck links to.
 */
const { values, positionals } = parseArgs({ options: { links: { type: 'boolean' } }, allowPositionals: true })
const loaded = await loadDecks(positionals[0] ?? environmentOrExit().CONTENT_DIR)
const links = values.links ? await checkLinks(loaded.written) : undefined
const { decks } = loaded
const findings = inOrder([...loaded.findings, ...(links?.findings ?? [])])
for (const finding of findings) console.log(formatFinding(finding))

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`
const errors = findings.filter(({ severity }) => severity === 'error').length
const summary = [count(errors, 'error'), count(findings.length - errors, 'warning')]
if (!hasErrors(findings)) {
  const items = decks.flatMap((deck) => deck.items)
  const kinds = (['card', 'question', 'prompt'] as const).map((kind) =>
    count(items.filter((item) => item.kind === kind).length, kind),
  )
  summary.unshift(`${count(decks.length, 'deck')} (${kinds.join(', ')})`)
}
console.log(`${summary.join(', ')}.`)
if (links) console.log(links.summary)
process.exitCode = hasErrors(findings) ? 1 : 0
