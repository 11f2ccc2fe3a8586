/**
 * The column kit: the schema is written once with these builders and exists for the engine of this process.
 * The static types are SQLite's; what the two builders return is the same in JavaScript (number, string, boolean,
 * parsed JSON, Buffer), so one set of types describes both.
 */
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import { dialect } from './dialect.ts'

const onSqlite = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  /** UTF-8 text. */
  text: <T extends string = string>() => lite.text().$type<T>(),
  /** A 32-bit whole number. */
  int: () => lite.integer(),
  /** Epoch milliseconds. */
  instant: () => lite.integer(),
  /** A 53-bit whole number (sequence numbers, sizes). */
  big: () => lite.integer(),
  real: () => lite.real(),
  bool: () => lite.integer({ mode: 'boolean' }),
  json: <T>() => lite.text({ mode: 'json' }).$type<T>(),
  bytes: () => lite.blob({ mode: 'buffer' }),
  /** Text in byte order: fractional indexes. */
  ordered: () => lite.text(),
}

/** Compared byte by byte on both engines, as fractional indexes must be; PostgreSQL's default order is a language's. */
const byteOrdered = pg.customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
})
const bytea = pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

const onPostgres = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  text: () => pg.text(),
  int: () => pg.integer(),
  instant: () => pg.bigint({ mode: 'number' }),
  big: () => pg.bigint({ mode: 'number' }),
  real: () => pg.doublePrecision(),
  bool: () => pg.boolean(),
  json: () => pg.jsonb(),
  bytes: () => bytea(),
  ordered: () => byteOrdered(),
}

const kit = (dialect === 'postgres' ? onPostgres : onSqlite) as typeof onSqlite

export const {
  table,
  index,
  uniqueIndex,
  primaryKey,
  text,
  int,
  instant,
  big,
  real,
  bool,
  json,
  bytes,
  ordered,
} = kit

/** Primary key: a UUIDv7. */
export const id = () => text().primaryKey()
