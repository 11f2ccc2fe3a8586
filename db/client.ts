import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { dialect } from './dialect.ts'
import { groupCommit } from './group-commit.ts'
import { lockDatabase } from './lock.ts'
import * as schema from './schema.ts'
import { keepStatements } from './statements.ts'

/** Drizzle on either engine. Always await: SQLite answers at once, PostgreSQL does not. */
export type Db = BetterSQLite3Database<typeof schema>

/** Sees every statement before it runs; the tests use it to refuse a query that names no workspace. */
export type Watch = (sql: string, params: unknown[]) => void

export interface Engine {
  /** Reads only: refuses writes on SQLite, and by convention on PostgreSQL. Throws inside a `write`. */
  read: Db
  /**
   * Runs `work` in one write transaction; it alone may write. Await nothing in it but queries of its `db`: everybody
   * else waits. Refuses to be called inside another.
   */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
  /** The native handle, for backup, migrations and NOTIFY. */
  native: { sqlite: Database.Database; path: string } | { postgres: pg.Pool; url: string }
}

export interface EngineOptions {
  /** SQLite's file; the folder is made when it is missing. */
  file: string
  /** postgres:// address; decides the engine (see dialect.ts). */
  url?: string | undefined
  watch?: Watch | undefined
}

export function openEngine(options: EngineOptions): Engine {
  const engine = dialect === 'postgres' ? openPostgres(options) : openSqlite(options)
  return {
    ...engine,
    get read() {
      if (inside.getStore())
        throw new Error('a read beside the write it belongs to would miss what that has written; use its db')
      return engine.read
    },
    write(work) {
      if (inside.getStore())
        throw new Error('a write inside a write would wait for itself; pass the tx on instead')
      return engine.write((db) => inside.run(true, () => work(db)))
    },
  }
}

const inside = new AsyncLocalStorage<true>()

const logger = (watch: Watch | undefined) => (watch ? { logQuery: watch } : false)

function openSqlite({ file, watch }: EngineOptions): Engine {
  mkdirSync(dirname(file), { recursive: true })
  // While it is open nobody replaces the file (a restore, a migration); one that does so now is waited for.
  const release = lockDatabase(file, 'shared', 30_000)
  const writer = new Database(file)
  writer.pragma('journal_mode = WAL')
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  writer.pragma('busy_timeout = 5000')
  const reader = new Database(file, { readonly: true })
  reader.pragma('busy_timeout = 5000')
  keepStatements(writer)
  keepStatements(reader)
  const options = { schema, casing: 'snake_case', logger: logger(watch) } as const
  const writeDb = drizzleSqlite(writer, options)
  const { write, idle } = groupCommit(writer)

  return {
    read: drizzleSqlite(reader, options),
    write: (work) => write(() => work(writeDb)),
    async close() {
      await idle()
      reader.close()
      writer.close()
      release()
    },
    native: { sqlite: writer, path: file },
  }
}

/** Serialisation failure and deadlock: the statement did nothing wrong, the transaction may simply run again. */
const RETRY = new Set(['40001', '40P01'])

function openPostgres({ url, watch }: EngineOptions): Engine {
  if (!url) throw new Error('openPostgres needs DATABASE_URL')
  // bigint (int8) holds instants and sequence numbers below 2^53.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  pool.on('error', () => undefined) // an idle connection died; the next query opens another
  const options = { schema, casing: 'snake_case', logger: logger(watch) } as const

  // One for each connection, with the queries that were prepared on it.
  const drizzles = new WeakMap<pg.PoolClient, Db>()
  function drizzleOf(client: pg.PoolClient): Db {
    let db = drizzles.get(client)
    if (!db) {
      db = drizzlePostgres(client, options) as unknown as Db
      drizzles.set(client, db)
    }
    return db
  }

  async function attempt<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
      const result = await work(drizzleOf(client))
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    read: drizzlePostgres(pool, options) as unknown as Db,
    async write(work) {
      for (let tries = 1; ; tries++) {
        try {
          return await attempt(work)
        } catch (error) {
          if (tries >= 5 || !RETRY.has(codeOf(error))) throw error
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tries))
        }
      }
    },
    close: () => pool.end(),
    native: { postgres: pool, url },
  }
}

/** Whether a statement failed because a row with the same key is there already, on either engine. */
export const isTaken = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE', '23505'].includes(codeOf(error))

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? codeOf(error.cause) : ''
}
