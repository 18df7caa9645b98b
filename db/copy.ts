import { createHash } from 'node:crypto'
import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './client'
import { readiness } from './readiness'
import { meta } from './schema'
import { tableName, tablesInOrder } from './tables'

/** Rows per round trip: a few hundred kilobytes of answers. */
const BATCH = 500

type Row = { at: number; values: Record<string, unknown> }
export type Copied = { table: string; rows: number; checksum: string }

/**
 * Copies every row of `from` into `to`, which must be migrated and empty, in batches, and compares count and checksum
 * of each table afterwards. Nobody may write to either meanwhile.
 * @throws Error for a source or target with tables of another release, and one naming the table that holds rows already
 * or that differs afterwards. A copy that broke off leaves rows behind: it is begun again with a new target.
 */
export async function copyDatabase(
  from: Db,
  to: Db,
  said: (line: string) => void = () => {},
): Promise<Copied[]> {
  for (const [side, db] of [
    ['source', from],
    ['target', to],
  ] as const) {
    const state = await readiness(db)
    if (state.database !== 'reachable' || state.migrations !== 'current')
      throw new Error(
        `The ${side} is not as this release has its tables. Run npm run db:migrate on it first.`,
      )
  }
  // Both sides have said by their own migrations what code may use them; the name of the content goes with it.
  const tables = tablesInOrder().filter((table) => table !== meta)
  for (const table of tables)
    if ((await page(to, table, 0, 1)).length > 0)
      throw new Error(`The target has rows in "${tableName(table)}" already. Copy into an empty database.`)
  const copied: Copied[] = []
  for (const table of tables) {
    for await (const rows of pages(from, table)) await insertRows(to, table, rows)
    const [source, target] = [await checksum(from, table), await checksum(to, table)]
    const name = tableName(table)
    if (source.rows !== target.rows || source.checksum !== target.checksum)
      throw new Error(`"${name}" differs after copying: of ${source.rows} rows ${target.rows} are there.`)
    said(`${name}: ${source.rows} rows, checksum ${source.checksum.slice(0, 12)}`)
    copied.push({ table: name, ...source })
  }
  const [content] = await from.select().from(meta).where(eq(meta.key, 'content-version'))
  if (content) await to.insert(meta).values(content)
  return copied
}

/** Values as they are stored: a column's decoder and encoder would only stand in between. */
const asStored = (table: SQLiteTable): Record<string, SQL> =>
  Object.fromEntries(Object.entries(getTableColumns(table)).map(([name, column]) => [name, sql`${column}`]))

/** Rows by their place in the file, so that a page costs the same wherever it lies. */
async function page(db: Db, table: SQLiteTable, after: number, most: number): Promise<Row[]> {
  const at = sql<number>`rowid`
  const [rows] = await db.fresh([
    db
      .select({ at, ...asStored(table) })
      .from(table)
      .where(sql`${at} > ${after}`)
      .orderBy(at)
      .limit(most),
  ])
  return rows.map(({ at, ...values }) => ({ at: Number(at), values }))
}

async function* pages(db: Db, table: SQLiteTable): AsyncGenerator<[Row, ...Row[]]> {
  for (let after = 0; ; ) {
    const [first, ...more] = await page(db, table, after, BATCH)
    if (!first) return
    yield [first, ...more]
    after = more.at(-1)?.at ?? first.at
  }
}

async function insertRows(db: Db, table: SQLiteTable, [first, ...more]: [Row, ...Row[]]): Promise<void> {
  const insert = ({ values }: Row) =>
    db
      .insert(table)
      .values(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sql`${value}`])))
  await db.atomically([insert(first), ...more.map(insert)])
}

/** Over all rows in the order of the file: the same on both sides, whatever the driver. */
async function checksum(db: Db, table: SQLiteTable): Promise<{ rows: number; checksum: string }> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const some of pages(db, table)) {
    for (const { values } of some) hash.update(JSON.stringify(values))
    rows += some.length
  }
  return { rows, checksum: hash.digest('hex') }
}
