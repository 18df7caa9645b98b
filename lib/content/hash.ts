import { createHash } from 'node:crypto'
import type { ItemBody } from '@/lib/rules/item'

/** 128 bits of SHA-256 in hexadecimal: short enough for a form field, far beyond any chance collision. */
export function digest(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32)
}

/** JSON with the keys of every object in code-unit order and absent values left out: equal values, equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`)
  return `{${entries.join(',')}}`
}

/**
 * Names one version of an item: everything that is asked and answered, language and pictures included. Level, tags,
 * named concepts, position and the author's revision are no part of a body, so they move no hash; nor does the folder
 * that its pictures stand in, because a moved deck asks the same.
 * Changing what this returns for an unchanged body would orphan every answer under way: the golden test holds it.
 */
export function contentHash(body: ItemBody): string {
  const pictures = body.pictures.map((picture) => ({ ...picture, source: fileName(picture.source) }))
  return digest(canonicalJson({ ...body, pictures }))
}

const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1)
