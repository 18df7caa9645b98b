import { fillPlaceholders, type Placeholder, sql } from 'drizzle-orm'
import type { Db, Prepared, Query } from './client'

type Preparable = Query & { prepare: () => unknown }
type Statement = Omit<Prepared, 'execute'> & { execute: (values: object) => ReturnType<Prepared['execute']> }

/** Marks a place in the query for a value, by its name in `V`. */
export type Values<V> = <K extends keyof V & string>(name: K) => Placeholder<K, V[K]>

/**
 * A query that is built and compiled once per database and then only filled in, for paths where building SQL anew
 * would cost more than running it. `build` marks what changes by `value(name)`; the returned function takes a
 * value for each name and gives an item for `together` or `atomically`.
 *
 * A placeholder in a JSON column is given as text or null: the column's encoder would turn null into "null".
 */
export function prepared<V extends object, Q extends Preparable>(build: (db: Db, value: Values<V>) => Q) {
  const statements = new WeakMap<Db, Statement>()
  return (db: Db, values: V): Q => {
    let statement = statements.get(db)
    if (!statement) {
      statement = build(db, sql.placeholder as Values<V>).prepare() as Statement
      statements.set(db, statement)
    }
    return fill(statement, values) as unknown as Q
  }
}

const fill = (statement: Statement, values: object) => ({
  _prepare: (): Prepared => ({
    execute: () => statement.execute(values),
    getQuery: () => {
      const { sql, params } = statement.getQuery()
      return { sql, params: fillPlaceholders(params, values as Record<string, unknown>) }
    },
    mapResult: statement.mapResult?.bind(statement),
  }),
})
