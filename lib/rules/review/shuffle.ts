import { fnv1a } from '../hash'

/**
 * The list in an order that follows from `seed` alone, so that a question asked again comes in another order and the
 * same asking, drawn twice, in the same. Fisher and Yates's shuffle over xorshift32, begun with FNV-1a of the seed.
 */
export function shuffled<T>(list: readonly T[], seed: string): T[] {
  let state = fnv1a(seed)
  const order = [...list]
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = state || 1
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const at = (state >>> 0) % (last + 1)
    const [one, other] = [order[last] as T, order[at] as T]
    order[last] = other
    order[at] = one
  }
  return order
}
