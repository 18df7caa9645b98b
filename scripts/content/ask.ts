import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'

/** One thing that has to be known. `check` says what is wrong with an answer, or nothing. */
export type Wanted = {
  /** The flag that gives it: `--title`. */
  flag: string
  question: string
  /** What Enter stands for; given what is known so far. */
  usual?: (known: Known) => string | undefined
  check: (answer: string, known: Known) => string | undefined
}

export type Known = Readonly<Record<string, string>>
/** What flags gave, by their names. */
export type Given = Readonly<Record<string, string | undefined>>

/** Puts a line to somebody and returns what was answered. */
export type Ask = (line: string) => Promise<string>

/**
 * Takes what flags give and asks for the rest, again until the answer does. Without anybody to ask, what has a usual
 * answer gets it, and everything else that is missing or wrong is named at once in what it throws.
 */
export async function gather(wanted: readonly Wanted[], given: Given, somebody?: Ask): Promise<Known> {
  // Who gives everything that has no usual answer means to be asked nothing.
  const isWhole = wanted.every(({ flag, usual }) => given[flag] !== undefined || usual)
  const ask = isWhole ? undefined : somebody
  const known: Record<string, string> = {}
  const problems: string[] = []
  for (const one of wanted) {
    const { flag } = one
    const usual = one.usual?.(known)
    const flagged = given[flag] ?? (ask ? undefined : usual)
    const problem = flagged === undefined ? undefined : one.check(flagged, known)
    if (flagged !== undefined && problem === undefined) known[flag] = flagged
    else if (ask) known[flag] = await askUntilRight(one, known, usual, ask, problem)
    else problems.push(problem ? `--${flag}: ${problem}` : `--${flag} is missing: ${one.question}`)
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return known
}

async function askUntilRight(
  { question, check }: Wanted,
  known: Known,
  usual: string | undefined,
  ask: Ask,
  problem?: string,
): Promise<string> {
  for (let said = problem; ; ) {
    const hint = usual ? ` [${usual}]` : ''
    const answer = (await ask(`${said ? `${said}\n` : ''}${question}${hint} `)).trim() || (usual ?? '')
    said = check(answer, known)
    if (said === undefined) return answer
  }
}

/** Somebody at a terminal. Whoever leaves by Ctrl-D or Ctrl-C is told that nothing was written. */
export function atTerminal(input: Readable, output: Writable): { ask: Ask; close: () => void } {
  const lines = createInterface({ input, output })
  // Node 20 leaves a question open when its lines end; later ones refuse it in words of their own.
  const gone = new Promise<never>((_, reject) => lines.once('close', () => reject(new Error('Closed.'))))
  gone.catch(() => {})
  const ask: Ask = (line) =>
    Promise.race([lines.question(line), gone]).catch(() => {
      throw new Error('Nothing was written.')
    })
  return { ask, close: () => lines.close() }
}
