import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SAMPLE_YAML } from '@/lib/content/testing'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-check-'))
  await mkdir(join(folder, 'physics'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What the command prints, and the code it ends with. */
async function check(deck: string, words = [folder], env = {}): Promise<{ lines: string[]; code: number }> {
  await writeFile(join(folder, 'physics/kettles.yaml'), deck)
  const command = ['--import', 'tsx', 'scripts/content-check.ts', ...words]
  return new Promise((resolve) => {
    execFile('node', command, { env: { ...process.env, ...env } }, (error, stdout) => {
      const code = error === null ? 0 : Number(error.code)
      resolve({ lines: stdout.replaceAll(folder, 'content').trim().split('\n'), code })
    })
  })
}

it('counts what is in order and ends well', async () => {
  expect(await check(SAMPLE_YAML)).toEqual({
    lines: ['1 deck (1 card, 2 questions, 1 prompt), 0 errors, 0 warnings.'],
    code: 0,
  })
})

it('prints file, line, field and what to do, and ends with an error', async () => {
  expect(await check(SAMPLE_YAML.replace('level: beginner', 'level: beginer'))).toEqual({
    lines: [
      'content/physics/kettles.yaml:6 cards[0].level  "beginer" is not known here. Did you mean "beginner"? Write one of: beginner, intermediate, advanced.',
      '1 error, 0 warnings.',
    ],
    code: 1,
  })
})

it('reads the folder that is served when none is named', async () => {
  expect(await check(SAMPLE_YAML, [], { CONTENT_DIR: folder })).toMatchObject({
    lines: ['1 deck (1 card, 2 questions, 1 prompt), 0 errors, 0 warnings.'],
    code: 0,
  })
})
