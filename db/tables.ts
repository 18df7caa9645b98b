import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import * as schema from './schema'

export const tableName = (table: SQLiteTable): string => getTableConfig(table).name

/**
 * All tables, each after the tables it points to: the order in which rows can be copied. Throws when two tables point
 * at each other.
 */
export function tablesInOrder(): SQLiteTable[] {
  const all: SQLiteTable[] = Object.values<unknown>(schema).filter((value) => is(value, SQLiteTable))
  const waiting = new Map(
    all.map((table) => {
      const to = getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable)
      return [table, to.filter((other) => other !== table)]
    }),
  )
  const ordered: SQLiteTable[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, to]) => to.every((other) => !waiting.has(other)))
    if (ready.length === 0) throw new Error('Two tables point at each other: no order lets them be copied.')
    for (const [table] of ready) {
      ordered.push(table)
      waiting.delete(table)
    }
  }
  return ordered
}
