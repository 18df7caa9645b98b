import type { z } from 'zod'
import { env } from './env'

/** Bytes. As much as a form may send. */
const LONGEST_BODY = 256 * 1024

/**
 * The checked body of a request to a JSON route that writes, or the response that refuses it. A page of another
 * site can neither send `application/json` without asking first nor hide its Origin.
 */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<{ input: z.output<S> } | { refused: Response }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return refuse(415, 'Send application/json.')
  if (!isOwnOrigin(request)) return refuse(403, 'This comes from another site.')
  const text = await readText(request)
  if (text === undefined) return refuse(413, 'This is too long.')
  const parsed = schema.safeParse(parse(text))
  return parsed.success
    ? { input: parsed.data }
    : refuse(400, 'This request does not have the expected form.')
}

/** Whether the request's Origin is the host it was sent to, or the address in APP_URL. */
function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  return origin === env().APP_URL || new URL(origin).host === request.headers.get('host')
}

async function readText(request: Request): Promise<string | undefined> {
  const reader = request.body?.getReader()
  if (!reader) return ''
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts).toString('utf8')
    length += value.byteLength
    if (length > LONGEST_BODY) {
      await reader.cancel()
      return undefined
    }
    parts.push(value)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refuse = (status: number, message: string) => ({
  refused: Response.json({ ok: false, message }, { status, headers: { 'cache-control': 'no-store' } }),
})

/** The answer to whoever may not see this, the same as where there is nothing. */
export const notHere = (): Response => refuse(404, 'Nothing is at this address.').refused
