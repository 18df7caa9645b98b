import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptSecret } from './secret'

describe('the kept secret', () => {
  let folder: string
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'recall-secret-')), 'data')
  })
  afterEach(() => rm(join(folder, '..'), { recursive: true }))

  it('is made once, long, and for its owner alone', async () => {
    const made = await keptSecret(folder)
    expect(made.length).toBeGreaterThanOrEqual(32)
    expect(await keptSecret(folder)).toBe(made)
    expect((await stat(join(folder, 'auth-secret'))).mode & 0o777).toBe(0o600)
  })

  it('is one for all who start at the same time, and no draft stays behind', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret(folder)))
    expect(new Set(secrets).size).toBe(1)
    expect(await readdir(folder)).toEqual(['auth-secret'])
  })
})
