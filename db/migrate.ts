import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { dialect } from './dialect.ts'
import { migrateFile } from './migrate-file.ts'
import { type Known, MigrationFailed, pending } from './migration.ts'

interface Target {
  /** SQLite's file; `backups/` is made beside it. */
  file: string
  url?: string | undefined
  /** Another set of migrations, for tests. */
  folder?: string
  /** PostgreSQL: called before pending migrations touch a database that has some; makes the backup. */
  beforeChange?: ((url: string) => Promise<void>) | undefined
}

/** The migrations that this version brings. */
export function knownMigrations(folder = join(import.meta.dirname, 'migrations', dialect)): Known {
  const files = readMigrationFiles({ migrationsFolder: folder })
  return { folder, instants: files.map((migration) => migration.folderMillis) }
}

/**
 * Brings the database to this version's schema, or leaves it exactly as it was: throws NewerDatabase, DatabaseInUse or
 * MigrationFailed.
 */
export async function migrate(target: Target): Promise<void> {
  const known = knownMigrations(target.folder)
  if (dialect === 'postgres') return onPostgres(target, known)
  mkdirSync(dirname(target.file), { recursive: true })
  await migrateFile(target.file, known)
}

async function onPostgres({ url = '', beforeChange }: Target, known: Known): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // One process migrates, the others wait for it. The number is ours alone within the database.
    await client.query('SELECT pg_advisory_lock(4827315)')
    const done = await migrationsOf(client)
    if (!pending(known.instants, done)) return
    if (done.length) await beforeChange?.(url)
    // All pending ones are one transaction: it commits whole or not at all.
    await migratePostgres(drizzle(client), { migrationsFolder: known.folder }).catch((error) => {
      throw new MigrationFailed(error)
    })
  } finally {
    await client.end()
  }
}

/** When the migrations were made that a PostgreSQL database has, epoch ms. */
export async function migrationsOf(client: pg.Client): Promise<number[]> {
  const has = await client.query("SELECT to_regclass('drizzle.__drizzle_migrations') AS name")
  if (!has.rows[0]?.name) return []
  const { rows } = await client.query('SELECT created_at FROM drizzle.__drizzle_migrations')
  return rows.map((row) => Number(row.created_at))
}
