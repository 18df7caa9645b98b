/**
 * A number from 0 to 1 that belongs to two whole numbers: it looks like chance, and is the same on every machine.
 * The mixing is that of splitmix32, whose neighbours have nothing in common.
 */
export function drawn(seed: number, turn: number): number {
  let mixed = Math.imul(seed + 1, 0x9e3779b9) ^ Math.imul(turn + 1, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
}

/** The name under which a number from 0 to 1 falls, by shares that add up to one. */
export function pick<Name extends string>(shares: Readonly<Record<Name, number>>, number: number): Name {
  const names = Object.keys(shares) as Name[]
  let left = number
  for (const name of names) {
    left -= shares[name]
    if (left < 0) return name
  }
  return names.at(-1) as Name
}
