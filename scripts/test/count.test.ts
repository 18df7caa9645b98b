import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { add, fromExit, fromPlaywright, fromVitest, summary } from './count'

describe('the count of tests', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recall-count-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function report(content: unknown): Promise<string> {
    const file = join(folder, 'report.json')
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }

  it('adds tests of all kinds up in one line', async () => {
    const units = await fromVitest(1, await report({ numPassedTests: 40, numFailedTests: 2 }))
    const journeys = await fromPlaywright(
      0,
      await report({ stats: { expected: 7, unexpected: 0, flaky: 0 } }),
    )
    expect(summary([fromExit(0), units, journeys].reduce(add))).toBe('48 passed, 2 failed')
  })

  it('takes a runner that ran nothing for a failure', async () => {
    expect(await fromVitest(0, await report({ numPassedTests: 0, numFailedTests: 0 }))).toMatchObject({
      failed: 1,
    })
    expect(await fromPlaywright(0, await report({ stats: { expected: 0 } }))).toMatchObject({ failed: 1 })
  })

  it('takes a runner that ended badly for a failure, though every test it reports passed', async () => {
    expect(await fromVitest(1, await report({ numPassedTests: 9 }))).toEqual({ passed: 9, failed: 1 })
    expect(await fromPlaywright(130, await report({ stats: { expected: 3 } }))).toEqual({
      passed: 3,
      failed: 1,
    })
  })

  it('takes a missing or broken report for a failure', async () => {
    expect(await fromVitest(0, join(folder, 'nowhere.json'))).toEqual({ passed: 0, failed: 1 })
    expect(await fromPlaywright(0, await report('{'))).toEqual({ passed: 0, failed: 1 })
  })

  it('takes a journey that passed on a second try for a failure', async () => {
    expect(await fromPlaywright(0, await report({ stats: { expected: 3, flaky: 1 } }))).toEqual({
      passed: 3,
      failed: 1,
    })
  })
})
