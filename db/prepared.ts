import { sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './client.ts'

type Values = Record<string, unknown>
interface Ready<R> {
  execute(values: Values): R | Promise<R>
}

/**
 * A query that nearly every change runs: its text is made once for each connection and not for each run, which takes
 * longer on SQLite than the run itself. `build` names what varies with `sql.placeholder`; a placeholder for a column of
 * JSON or a boolean takes no null.
 */
export function prepared<V extends Values, R>(build: (db: Db) => { prepare(): Ready<R> }) {
  const known = new WeakMap<Db, Ready<R>>()
  return async (db: Db, values: V): Promise<R> => {
    let ready = known.get(db)
    if (!ready) {
      ready = build(db).prepare()
      known.set(db, ready)
    }
    return ready.execute(values)
  }
}

/** `insert(db, row)` inserts one row, like `db.insert(table).values(row)`, with a text made once for each set of columns. */
export function preparedInsert<T extends SQLiteTable>(table: T) {
  const known = new Map<string, (db: Db, row: Values) => Promise<unknown>>()
  return async (db: Db, row: T['$inferInsert']): Promise<void> => {
    const given: [string, unknown][] = Object.entries(row).filter(([, value]) => value != null)
    const columns = given.map(([name]) => name)
    const key = columns.join()
    let insert = known.get(key)
    if (!insert) {
      const places = Object.fromEntries(columns.map((name) => [name, sql.placeholder(name)]))
      insert = prepared<Values, unknown>((on) => on.insert(table).values(places as T['$inferInsert']))
      known.set(key, insert)
    }
    await insert(db, Object.fromEntries(given))
  }
}
