import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digest } from './hash'

/** A picture above this size is a slow page on a phone. */
const LARGEST_BYTES = 512 * 1024

const TYPES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
} as const

/** The content type of a picture file by its name; undefined for any other file. */
export function pictureType(name: string): string | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  return Object.hasOwn(TYPES, extension) ? TYPES[extension as keyof typeof TYPES] : undefined
}

export type ReadPicture = { ok: true; digest: string } | { ok: false; message: string }

/** Reads a picture beside a deck and checks that its bytes are what its name says. */
export async function readPicture(folder: string, name: string): Promise<ReadPicture> {
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, name))
  } catch {
    return {
      ok: false,
      message: `There is no file "${name}" beside the deck. Put it there or mend the name.`,
    }
  }
  if (bytes.length > LARGEST_BYTES)
    return {
      ok: false,
      message: `"${name}" has ${Math.ceil(bytes.length / 1024)} KB; ${LARGEST_BYTES / 1024} KB fit. Make it smaller.`,
    }
  const type = typeOfBytes(bytes)
  if (type !== pictureType(name))
    return {
      ok: false,
      message: `"${name}" is not what its name says: its bytes are ${type ?? 'no picture known here'}. Save it anew in that format.`,
    }
  if (type === TYPES.svg && /<script|<foreignObject|\son[a-z]+\s*=|javascript:/i.test(bytes.toString('utf8')))
    return { ok: false, message: `"${name}" carries script or HTML. Save it as a plain SVG.` }
  return { ok: true, digest: digest(bytes) }
}

/** What the first bytes say. An SVG is text whose first element is svg. */
function typeOfBytes(bytes: Buffer): string | undefined {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return TYPES.png
  if (ascii(0, 3) === '\xff\xd8\xff') return TYPES.jpeg
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return TYPES.gif
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return TYPES.webp
  if (ascii(4, 8) === 'ftyp' && /avi[fs]/.test(ascii(8, 32))) return TYPES.avif
  const head = bytes
    .toString('utf8', 0, 4096)
    .replace(/<\?xml[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>/g, '')
  return /^[\s\uFEFF]*<svg[\s>]/.test(head) ? TYPES.svg : undefined
}
