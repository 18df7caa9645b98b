import { readFile } from 'node:fs/promises'

/** One instruction, its lines joined: RUN and what is run. */
export type Step = { word: string; rest: string }
export type Stage = { name?: string; steps: Step[] }

/** The stages of the Dockerfile, in order, as far as the project's own goes: no heredocs, no escapes. */
export async function readDockerfile(file = 'Dockerfile'): Promise<Stage[]> {
  const text = (await readFile(file, 'utf8')).replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, '')
  const stages: Stage[] = []
  for (const line of text.split('\n').filter(Boolean)) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? []
    if (word === 'FROM') stages.push({ name: / AS (\w+)$/i.exec(rest)?.[1], steps: [] })
    else stages.at(-1)?.steps.push({ word, rest })
  }
  return stages
}

/** What ENV sets in a stage. */
export function variables({ steps }: Stage): Record<string, string> {
  const pairs = steps.filter(({ word }) => word === 'ENV').flatMap(({ rest }) => rest.split(/\s+/))
  return Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)]))
}

/** The command of CMD, or of HEALTHCHECK, in its JSON form. */
export function command(stage: Stage, of: 'CMD' | 'HEALTHCHECK'): string[] {
  const { rest } = stage.steps.findLast(({ word }) => word === of) ?? { rest: '' }
  return JSON.parse(rest.slice(rest.indexOf('['))) as string[]
}
