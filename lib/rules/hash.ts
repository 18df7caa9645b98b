/**
 * FNV-1a of a text's UTF-16 code units: 32 bits, the same on every machine. For what must look like chance and can be
 * repeated; no secret is safe with it.
 * Source: Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
