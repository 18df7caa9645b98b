/**
 * Whether `error` says that a row would have doubled a unique value: of `columns` when given, as `table.column`, in
 * the order of the index. The drivers differ in classes and codes; they agree in SQLite's own sentence, somewhere along the causes.
 */
export function violatesUnique(error: unknown, ...columns: string[]): boolean {
  for (let link = error; link instanceof Error; link = link.cause) {
    const found = /UNIQUE constraint failed: ([\w., ]+)/.exec(link.message)?.[1]
    if (found) return columns.length === 0 || found.trim() === columns.join(', ')
  }
  return false
}
