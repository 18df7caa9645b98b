import { gzipSync } from 'node:zlib'
import type { Figure } from './ratio'

/** A page of ours, what it is called, and how many times a bare page's JavaScript it may bring. */
export type Measured = { name: string; page: string; atMost: number; cookie?: string }

/** JavaScript that a page brings, gzipped, as a multiple of what the bare page brings. */
export async function javascript(
  { name, page, atMost, cookie }: Measured,
  barePage: string,
): Promise<Figure> {
  const [ours, theirs] = await Promise.all([scriptBytes(page, cookie), scriptBytes(barePage)])
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
  return {
    title: `JavaScript of the ${name} page, gzipped, to that of a bare page`,
    ratios: [ours / theirs],
    bound: { atMost },
    behind: `${kilobytes(ours)} against ${kilobytes(theirs)}`,
  }
}

/**
 * Bytes of all scripts that a document names, gzipped one by one as they are sent. Scripts for browsers without modules
 * (`noModule`) are left out: no browser that runs the rest fetches them.
 */
async function scriptBytes(page: string, cookie = ''): Promise<number> {
  const answer = await fetch(page, { headers: { cookie }, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${page} is answered with ${answer.status}.`)
  const html = await answer.text()
  const sources = new Set<string>()
  for (const [tag] of html.matchAll(/<script\b[^>]*>/gi)) {
    const source = /\ssrc="([^"]+)"/i.exec(tag)?.[1]
    if (source && !/\snomodule\b/i.test(tag)) sources.add(source)
  }
  if (sources.size === 0) throw new Error(`${page} names no script.`)
  let bytes = 0
  for (const source of sources) {
    const answer = await fetch(new URL(source, page))
    if (!answer.ok) throw new Error(`${source} is answered with ${answer.status}.`)
    bytes += gzipSync(Buffer.from(await answer.arrayBuffer())).length
  }
  return bytes
}
