import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { dialect } from './dialect.ts'

const folder = join(import.meta.dirname, 'migrations', dialect)

/** A newer Hubbub made this database: this one must not touch it. */
export class NewerDatabase extends Error {
  readonly code = 'database.newer'
}

interface Target {
  file: string
  url?: string | undefined
  /** Called before the first pending migration touches an existing SQLite file; makes the safety copy. */
  beforeChange?: (file: string) => Promise<void>
}

/** Brings the database to this version's schema, or leaves it exactly as it was. */
export async function migrate(target: Target): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder: folder }).map((migration) => migration.folderMillis)
  if (dialect === 'postgres') await onPostgres(target.url ?? '', known)
  else await onSqlite(target, known)
}

function pending(known: number[], done: number[]): boolean {
  const last = Math.max(0, ...done)
  if (last > Math.max(...known))
    throw new NewerDatabase('The database was made by a newer version of Hubbub.')
  return known.some((at) => at > last)
}

async function onSqlite({ file, beforeChange }: Target, known: number[]): Promise<void> {
  const existed = existsSync(file)
  const db = new Database(file)
  try {
    const has = db.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
    const done = has
      ? db
          .prepare('SELECT created_at FROM __drizzle_migrations')
          .all()
          .map((row) => Number((row as { created_at: number }).created_at))
      : []
    if (!pending(known, done)) return
    if (existed && done.length) await beforeChange?.(file)
    db.pragma('journal_mode = WAL')
    // A table rebuild with foreign keys on would cascade into the children.
    db.pragma('foreign_keys = OFF')
    migrateSqlite(drizzleSqlite(db), { migrationsFolder: folder })
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length) throw new Error(`the migration left ${broken.length} broken references`)
  } finally {
    db.close()
  }
}

async function onPostgres(url: string, known: number[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // One process migrates, the others wait for it. The number is ours alone within the database.
    await client.query('SELECT pg_advisory_lock(4827315)')
    const has = await client.query("SELECT to_regclass('drizzle.__drizzle_migrations') AS name")
    const done = has.rows[0]?.name
      ? (await client.query('SELECT created_at FROM drizzle.__drizzle_migrations')).rows.map((row) =>
          Number(row.created_at),
        )
      : []
    if (pending(known, done)) await migratePostgres(drizzlePostgres(client), { migrationsFolder: folder })
  } finally {
    await client.end()
  }
}
