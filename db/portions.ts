/**
 * A list in parts of at most `size`, each for a statement of its own: a statement takes a limited number of
 * parameters, 32,766 in SQLite and fewer elsewhere.
 */
export function portions<T>(list: readonly T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  )
}
