import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documents } from './documents'

const PAGE = `<!DOCTYPE html><p>${'A deck of some length, déjà vu. '.repeat(200)}</p>`
let folder: string
let server: Server

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recall-documents-'))
  await mkdir(join(folder, 'decks'))
  await writeFile(join(folder, 'index.html'), '<p>home</p>')
  await writeFile(join(folder, 'decks/one.html'), PAGE)
  const answer = documents(folder)
  server = createServer((req, res) => {
    if (!answer(req.url ?? '/', req, res)) res.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

type Answer = { status?: number; headers: IncomingHttpHeaders; body: Buffer }

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ port, host: '127.0.0.1', path, headers, method, agent: false }, async (res) =>
      resolve({ status: res.statusCode, headers: res.headers, body: await buffer(res) }),
    )
      .on('error', reject)
      .end()
  })

it('answers with the page byte for byte, in the encoding the client takes', async () => {
  const plain = await get('/decks/one')
  const gzip = await get('/decks/one', { 'accept-encoding': 'gzip, br;q=0' })
  const brotli = await get('/decks/one', { 'accept-encoding': 'gzip, deflate, br' })
  expect(plain.body.toString()).toBe(PAGE)
  expect(gunzipSync(gzip.body).toString()).toBe(PAGE)
  expect(brotliDecompressSync(brotli.body).toString()).toBe(PAGE)
  expect([plain, gzip, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([
    undefined,
    'gzip',
    'br',
  ])
  expect(plain.headers['content-type']).toBe('text/html; charset=utf-8')
  expect((await get('/')).body.toString()).toBe('<p>home</p>')
})

it('says only that nothing changed to who has the page already, and gives no body to HEAD', async () => {
  const { headers } = await get('/decks/one', { 'accept-encoding': 'br' })
  const known = { 'accept-encoding': 'br', 'if-none-match': `"old", W/${headers.etag}` }
  expect(await get('/decks/one', known)).toMatchObject({ status: 304, body: Buffer.alloc(0) })
  expect(await get('/decks/one', { 'if-none-match': String(headers.etag) })).toMatchObject({ status: 200 })
  const head = await get('/decks/one', {}, 'HEAD')
  expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) })
  expect(head.headers['content-length']).toBe(String(Buffer.byteLength(PAGE)))
})

it('leaves what the browser’s router asks for to Next, and tells caches apart', async () => {
  expect((await get('/decks/one', { rsc: '1' })).status).toBe(418)
  expect((await get('/decks/one')).headers.vary).toMatch(/\brsc\b.*accept-encoding/)
})
