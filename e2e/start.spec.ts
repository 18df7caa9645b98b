import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './journey'
import { startServer } from './server'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-start-'))
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))

test('a second start does not build, keeps the secret, and stops at once with 0', async () => {
  const first = await startServer({ folder })
  const secret = await stat(join(folder, 'auth-secret'))
  expect(secret.mode & 0o777).toBe(0o600)
  expect(await first.stop()).toMatchObject({ code: 0 })

  const second = await startServer({ folder })
  expect(second.output()).toContain(`Recall & Review is at ${second.url}`)
  expect(second.output()).not.toContain('building')
  expect((await stat(join(folder, 'auth-secret'))).mtimeMs).toBe(secret.mtimeMs)

  // A browser's idle connection must not hold the end up.
  const agent = new Agent({ keepAlive: true })
  const [answer] = await once(get(second.url, { agent }), 'response')
  answer.resume()
  await once(answer, 'end')
  const stopped = await second.stop('SIGINT')
  agent.destroy()
  expect(stopped.code).toBe(0)
  expect(stopped.ms).toBeLessThan(2000)
})

test('a configured secret is not written down', async () => {
  const server = await startServer({ folder, env: { AUTH_SECRET: 'x'.repeat(40) } })
  await server.stop()
  await expect(stat(join(folder, 'auth-secret'))).rejects.toThrow('ENOENT')
})

test('wrong settings are refused at start, all by their names', async () => {
  const wrong = { PORT: 'eighty', APP_URL: 'nowhere', AUTH_SECRET: 'short' }
  const refusal = await startServer({ folder, env: wrong }).then(
    () => 'started',
    (error: Error) => error.message,
  )
  expect(refusal).toContain('ended with 1')
  for (const name of Object.keys(wrong)) expect(refusal).toMatch(new RegExp(`^${name} should be `, 'm'))
})

test('a port in use is refused in one sentence', async () => {
  const server = await startServer({ folder })
  try {
    const port = Number(new URL(server.url).port)
    const second = startServer({ folder, env: { PORT: String(port) } })
    await expect(second).rejects.toThrow(`Port ${port} is in use.`)
  } finally {
    await server.stop()
  }
})
