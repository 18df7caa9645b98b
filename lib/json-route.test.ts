import { expect, it } from 'vitest'
import { z } from 'zod'
import { readJson } from './json-route'

const ADDRESS = 'http://learn.example/api/answers'
const own = {
  host: 'learn.example',
  origin: 'http://learn.example',
  'content-type': 'application/json; charset=utf-8',
}

async function status(headers: Record<string, string>, body = '{"n":1}'): Promise<number> {
  const read = await readJson(
    new Request(ADDRESS, { method: 'POST', headers, body }),
    z.object({ n: z.number() }),
  )
  return 'refused' in read ? read.refused.status : read.input.n
}

it('reads JSON that comes from our own pages', async () => {
  expect(await status(own)).toBe(1)
})

it('refuses other sites, other types, long bodies and other forms', async () => {
  expect(await status({ ...own, origin: 'http://evil.example' })).toBe(403)
  expect(await status({ ...own, origin: 'null' })).toBe(403)
  expect(await status({ host: own.host, 'content-type': own['content-type'] })).toBe(403)
  expect(await status({ ...own, 'content-type': 'text/plain' })).toBe(415)
  expect(await status(own, `{"n":1${' '.repeat(300_000)}}`)).toBe(413)
  expect(await status(own, '{"n":')).toBe(400)
  expect(await status(own, '{"n":"1"}')).toBe(400)
})
