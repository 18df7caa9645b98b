import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const script = (url: string, learnerId: string) => `
  import { openDatabase } from '@/db/client'
  import { submit } from '@/db/fixtures'
  import { recordAttempt } from '@/db/queries/attempts'
  const db = await openDatabase(${JSON.stringify(url)})
  const learner = { id: ${JSON.stringify(learnerId)}, sessionVersion: 1 }
  for (;;) {
    const one = submit('deck/card-1', { kind: 'card', grade: 'good' })
    const outcome = await recordAttempt(db, learner, one, Date.now())
    if (outcome.recorded) process.stdout.write(one.id + '\\n')
  }`

/**
 * For tests: a process of its own that writes answers to "deck/card-1" as fast as it can until it is killed, and the
 * growing list of ids that the database acknowledged to it.
 */
export function endlessWriter(
  url: string,
  learnerId: string,
): { child: ChildProcess; acknowledged: string[] } {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script(url, learnerId)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const acknowledged: string[] = []
  createInterface({ input: child.stdout }).on('line', (id) => acknowledged.push(id))
  return { child, acknowledged }
}
