import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { logLine } from '@/lib/log'
import { withLog } from './log'

type Handle = Parameters<typeof withLog>[0]

async function ask(handle: Handle, path: string, headers: Record<string, string> = {}) {
  const lines: Record<string, unknown>[] = []
  const write = (line: string) => void lines.push(JSON.parse(line))
  const pageOf = (asked: string) => (asked.startsWith('/classes/') ? '/classes/[class]' : undefined)
  const server = createServer(withLog((req, res) => handle(req, res), { pageOf, write }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    headers,
  })
  await response.text()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return { lines, id: response.headers.get('x-request-id') }
}

describe('the line of a request', () => {
  it('names the page and not the address, and carries the id that the answer carries', async () => {
    const { lines, id } = await ask((_, res) => void res.end('ok'), '/classes/4f2?q=ada')
    expect(lines).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        request: id,
        level: 'info',
        method: 'GET',
        page: '/classes/[class]',
        status: 200,
        ms: expect.any(Number),
      },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/4f2|ada/)
  })

  it('takes the id that a proxy gave, unless it is none', async () => {
    const handle: Handle = (_, res) => void res.end()
    expect((await ask(handle, '/', { 'x-request-id': 'proxy-0123456789' })).id).toBe('proxy-0123456789')
    expect((await ask(handle, '/', { 'x-request-id': 'a"b' })).id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('is an error where the answer was one, and what was said meanwhile carries the same id', async () => {
    const said: string[] = []
    const { lines, id } = await ask((_, res) => {
      logLine({ level: 'warn', message: 'on the way' }, (line) => said.push(line))
      res.writeHead(500).end()
    }, '/')
    expect(lines).toMatchObject([{ level: 'error', status: 500, request: id }])
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ level: 'warn', request: id })
  })

  it('is not written for files of the build', async () => {
    expect((await ask((_, res) => void res.end(), '/_next/static/a.js')).lines).toEqual([])
  })
})
