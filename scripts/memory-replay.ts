// `npm run -s memory:replay < histories.json`: what an auditor runs. Prints the memory after every step of given
// histories, by the very function that folds learners' answers.
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { RATINGS } from '@/lib/rules/memory/memory'
import { replay } from '@/lib/rules/memory/replay'
import { command } from './command'

const histories = z.array(
  z.object({
    id: z.union([z.string(), z.number()]),
    retention: z.number().min(0.01).max(1).default(0.9),
    fuzz: z.boolean().default(false),
    weights: z.array(z.number()).min(17).max(21).optional(),
    steps: z.array(z.object({ rating: z.enum(RATINGS), afterDays: z.number().min(0) })),
  }),
)

// ts-fsrs remarks on weights of its older versions, which is not part of the answer.
console.debug = console.error

await command(async () => {
  let given: unknown
  try {
    given = JSON.parse(await text(process.stdin))
  } catch {
    throw new Error('The histories on standard input are no JSON.')
  }
  const checked = histories.safeParse(given)
  if (!checked.success) {
    const [issue] = checked.error.issues
    throw new Error(
      `The histories cannot be read at ${issue?.path.join('.') || 'the top'}: ${issue?.message}.`,
    )
  }
  console.log(JSON.stringify(checked.data.map(replay), null, 2))
})
