import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SOCKET_ADDRESS_HEADER } from '@/lib/client-address'
import { BODY_LIMIT_BYTES } from './body-limit'
import { withHeaders } from './headers'

type Options = { method?: string; headers?: Record<string, string>; body?: string[] }

describe('the headers around the application', () => {
  let server: Server
  /** Answers with what the application would see: the request's headers and the length of its body. */
  beforeAll(async () => {
    const built = { pages: new Map([['/decks/one', ['sha256-page=']]]), anywhere: ['sha256-missing='] }
    const application = async (req: IncomingMessage) => (await text(req)).length
    server = createServer(
      withHeaders(
        (req, res) => {
          application(req).then(
            (length) => res.end(JSON.stringify({ headers: req.headers, length })),
            () => undefined,
          )
        },
        { built, https: false },
      ),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => void server.close())

  function send(path: string, { method = 'GET', headers = {}, body = [] }: Options = {}) {
    return new Promise<{ status?: number; policy: string; body: string }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const req = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, async (res) => {
        const policy = String(res.headers['content-security-policy'])
        resolve({ status: res.statusCode, policy, body: await text(res).catch(() => '') })
      })
      req.on('error', reject)
      for (const piece of body) req.write(piece)
      req.end()
    })
  }
  const seen = (answer: { body: string }) =>
    JSON.parse(answer.body) as { headers: Record<string, string>; length: number }

  it('name a built page’s own scripts, and no nonce, for reading it', async () => {
    for (const path of ['/decks/one', '/decks/one?from=mail', '/decks/%6Fne']) {
      const answer = await send(path)
      expect(answer.policy).toContain("script-src 'self' 'sha256-page=';")
      expect(seen(answer).headers['content-security-policy']).toBeUndefined()
    }
  })

  it('let a picture draw and do nothing else', async () => {
    for (const path of ['/content/physics/kettle.svg', '/content/physics/k%C3%A9ttle.svg?v=2']) {
      const answer = await send(path)
      expect(answer.policy).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
      expect(seen(answer).headers['content-security-policy']).toBeUndefined()
    }
    for (const path of ['/content/physics', '/elsewhere/kettle.svg'])
      expect((await send(path)).policy).toContain("script-src 'self' 'nonce-")
  })

  it('give every other request a nonce of its own, known to the application, beside the missing page’s scripts', async () => {
    const [first, second, posted] = await Promise.all([
      send('/review'),
      send('/review'),
      send('/decks/one', { method: 'POST', body: ['x'] }),
    ])
    for (const answer of [first, second, posted]) {
      expect(answer.policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'sha256-missing=';/)
      expect(seen(answer).headers['content-security-policy']).toBe(answer.policy)
    }
    expect(first.policy).not.toBe(second.policy)
  })

  it('let no client choose the policy or its own address', async () => {
    const headers = {
      'content-security-policy': "script-src 'nonce-mine'",
      'content-security-policy-report-only': "script-src 'nonce-mine'",
      [SOCKET_ADDRESS_HEADER]: '203.0.113.7',
    }
    for (const path of ['/decks/one', '/review']) {
      const answer = await send(path, { headers })
      expect(answer.policy).not.toContain('mine')
      expect(answer.body).not.toContain('mine')
      expect(seen(answer).headers[SOCKET_ADDRESS_HEADER]).toBe('127.0.0.1')
    }
  })

  it('refuse a body over the limit, announced or in chunks, and let one at the limit through whole', async () => {
    const piece = 'x'.repeat(1024)
    const pieces = (bytes: number) => Array.from({ length: bytes / 1024 }, () => piece)
    const announced = { 'content-length': String(BODY_LIMIT_BYTES + 1024) }
    const over = pieces(BODY_LIMIT_BYTES + 1024)
    expect((await send('/x', { method: 'POST', headers: announced, body: over })).status).toBe(413)
    expect((await send('/x', { method: 'POST', body: over })).status).toBe(413)
    const whole = await send('/x', { method: 'POST', body: pieces(BODY_LIMIT_BYTES) })
    expect(whole.status).toBe(200)
    expect(seen(whole).length).toBe(BODY_LIMIT_BYTES)
  })
})
