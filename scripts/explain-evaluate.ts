import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { deckSchema } from '@/lib/content/schema'
import { scoreExplanation } from '@/lib/rules/explain/score'

/**
 * `npm run explain:evaluate -- <folder> [deck file]` measures the scorer on answers marked by hand. The folder holds
 * `adversarial-concepts.json` (prompts with their concepts, in the deck's order) and `adversarial-*.jsonl` files of
 * one kind each, named by a third argument. Prompts are found in the deck by their task's words. Prints every row
 * that came out wrong, then precision, recall and F1 of each concept.
 */
const conceptsSchema = z.object({
  prompts: z.array(
    z.object({ promptId: z.string(), prompt: z.string(), concepts: z.array(z.object({ id: z.string() })) }),
  ),
})
const rowSchema = z.object({
  promptId: z.string(),
  kind: z.string(),
  answer: z.string(),
  hits: z.array(z.string()),
  optional: z.array(z.string()),
})

type Tally = { hit: number; wrong: number; missed: number }
const rate = (part: number, whole: number): string => (whole === 0 ? '    –' : (part / whole).toFixed(3))

function figures(name: string, { hit, wrong, missed }: Tally): string {
  const f1 = rate(2 * hit, 2 * hit + wrong + missed)
  return `${name.padEnd(28)} precision ${rate(hit, hit + wrong)}  recall ${rate(hit, hit + missed)}  F1 ${f1}`
}

async function evaluate(folder: string, deckFile: string, rowsFile: string): Promise<void> {
  const deck = deckSchema.parse(parse(await readFile(deckFile, 'utf8')))
  const { prompts } = conceptsSchema.parse(
    JSON.parse(await readFile(join(folder, 'adversarial-concepts.json'), 'utf8')),
  )
  const lines = (await readFile(join(folder, rowsFile), 'utf8')).split('\n').filter((line) => line.trim())
  const tallies = new Map<string, Tally>()
  const all: Tally = { hit: 0, wrong: 0, missed: 0 }
  let right = 0

  for (const line of lines) {
    const row = rowSchema.parse(JSON.parse(line))
    const marked = prompts.find(({ promptId }) => promptId === row.promptId)
    const prompt = deck.prompts.find(({ task }) => task === marked?.prompt)
    if (!marked || !prompt) throw new Error(`The deck has no prompt for "${row.promptId}".`)
    const scores = scoreExplanation(row.answer, prompt.concepts, deck.language)
    const slips: string[] = []
    marked.concepts.forEach(({ id }, index) => {
      const score = scores[index]
      if (!score || row.optional.includes(id)) return
      const expected = row.hits.includes(id)
      const tally = tallies.get(score.id) ?? { hit: 0, wrong: 0, missed: 0 }
      tallies.set(score.id, tally)
      const key =
        score.covered && expected ? 'hit' : score.covered ? 'wrong' : expected ? 'missed' : undefined
      if (!key) return
      tally[key] += 1
      all[key] += 1
      if (key === 'hit') return
      const words = score.evidence.map(({ start, end }) => row.answer.slice(start, end)).join(' … ')
      slips.push(key === 'wrong' ? `+${score.id} (by "${words}")` : `-${score.id}`)
    })
    if (slips.length === 0) right += 1
    else console.log(`${row.kind}: ${row.answer}\n  ${slips.join(', ')}`)
  }
  for (const [name, tally] of tallies) console.log(figures(name, tally))
  console.log(figures('all concepts', all))
  console.log(`${right} of ${lines.length} answers right in every concept`)
}

const [folder, deckFile = 'content/mlops/what-is-mlops.yaml', rowsFile = 'adversarial-dev.jsonl'] =
  process.argv.slice(2)
if (!folder) {
  console.error('Say which folder holds the marked answers: npm run explain:evaluate -- <folder>')
  process.exitCode = 1
} else await evaluate(folder, deckFile, rowsFile)
