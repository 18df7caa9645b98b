import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

describe('the command that everything is checked with', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recall-ci-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** Runs it with an npm that does what `npm` says, a line of shell for each thing it is asked. */
  async function ended(npm: Record<'ci' | 'test' | 'run test:deploy', string>) {
    const cases = Object.entries(npm).map(([asked, does]) => `"${asked}") ${does} ;;`)
    await writeFile(join(folder, 'npm'), `#!/bin/sh\ncase "$*" in ${cases.join(' ')} esac\n`)
    await chmod(join(folder, 'npm'), 0o755)
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` }
    return new Promise<{ code: unknown; last: string | undefined; all: string }>((resolve) => {
      execFile('.ci/run', [], { env }, (error, all) =>
        resolve({ code: error?.code ?? 0, last: all.trimEnd().split('\n').at(-1), all }),
      )
    })
  }
  const says = (passed: number, failed: number) =>
    `echo at work; echo "${passed} passed, ${failed} failed"; exit ${failed ? 1 : 0}`

  it('adds both counts up in its last line', async () => {
    const whole = { ci: 'true', test: says(40, 0), 'run test:deploy': says(7, 0) }
    expect(await ended(whole)).toMatchObject({ code: 0, last: '47 passed, 0 failed' })
  })

  it('fails with either, and runs the second though the first failed', async () => {
    const first = await ended({ ci: 'true', test: says(40, 2), 'run test:deploy': says(7, 0) })
    expect(first).toMatchObject({ code: 1, last: '47 passed, 2 failed' })
    const second = await ended({ ci: 'true', test: says(40, 0), 'run test:deploy': says(7, 1) })
    expect(second).toMatchObject({ code: 1, last: '47 passed, 1 failed' })
  })

  it('takes a command that breaks off for a failure, whatever it said before', async () => {
    const silent = await ended({ ci: 'true', test: 'exit 1', 'run test:deploy': says(7, 0) })
    expect(silent).toMatchObject({ code: 1, last: '7 passed, 1 failed' })
    const late = await ended({
      ci: 'true',
      test: says(40, 0),
      'run test:deploy': 'echo "7 passed, 0 failed"; exit 3',
    })
    expect(late).toMatchObject({ code: 1, last: '47 passed, 1 failed' })
    const nothing = await ended({ ci: 'exit 1', test: says(40, 0), 'run test:deploy': says(7, 0) })
    expect(nothing).toMatchObject({ code: 1, last: '0 passed, 1 failed' })
    expect(nothing.all).not.toContain('at work')
  })
})
