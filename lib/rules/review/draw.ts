import { fnv1a } from '../hash'

/**
 * A number between 0 and 1 drawn for a name, always the same for the same name: FNV-1a with the finish of MurmurHash3,
 * so that names that differ in their last letter lie far apart. For an order that looks like chance and can be repeated.
 */
export function draw(name: string): number {
  let hash = fnv1a(name)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
