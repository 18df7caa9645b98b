import { formatFinding, hasErrors } from '@/lib/content/findings'
import { loadDecks } from '@/lib/content/load'
import { environmentOrExit } from './server/environment'

/**
 * `npm run content:check [folder]`, by default the folder in CONTENT_DIR: every finding on a line of its own, then the
 * counts; exit code 1 on errors.
 */
const { decks, findings } = await loadDecks(process.argv[2] ?? environmentOrExit().CONTENT_DIR)
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
process.exitCode = hasErrors(findings) ? 1 : 0
