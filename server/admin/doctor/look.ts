import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import pg from 'pg'
import { migrationsOf } from '#db/migrate.ts'
import { migrationsDone } from '#db/migrate-file.ts'
import type { Settings } from '../../platform/settings.ts'
import { databaseFile } from '../backup-database.ts'

/** A database to look at, whatever its engine and version: nothing is ever written or migrated. */
export interface Look {
  /** Rows of a query without parameters; `missing` when there is no such table. */
  rows(sql: string): Promise<Record<string, unknown>[] | 'missing'>
  /** When its migrations were made, epoch ms; empty: there is no database yet. */
  migrations(): Promise<number[]>
  /** What the engine says of its own soundness; null: sound. */
  damage(): Promise<string | null>
  engine: string
  close(): Promise<void>
}

/** Opens the installation's database for looking; throws when it cannot be reached. */
export async function openLook(settings: Settings): Promise<Look> {
  return settings.databaseUrl ? lookAtPostgres(settings.databaseUrl) : lookAtFile(databaseFile(settings))
}

function lookAtFile(file: string): Look {
  const db = existsSync(file) ? new Database(file, { readonly: true }) : null
  return {
    engine: `SQLite, ${file}`,
    async rows(sql) {
      try {
        return (db?.prepare(sql).all() ?? 'missing') as Record<string, unknown>[] | 'missing'
      } catch (error) {
        if (error instanceof Error && /no such (table|column)/.test(error.message)) return 'missing'
        throw error
      }
    },
    migrations: async () => (db ? migrationsDone(file) : []),
    async damage() {
      if (!db) return null
      const said = db.pragma('quick_check(1)', { simple: true })
      if (said !== 'ok') return String(said)
      const broken = db.pragma('foreign_key_check') as unknown[]
      return broken.length ? `${broken.length} broken references` : null
    },
    close: async () => void db?.close(),
  }
}

async function lookAtPostgres(url: string): Promise<Look> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  const { rows: version } = await client.query('SHOW server_version')
  return {
    engine: `PostgreSQL ${version[0]?.server_version}, ${new URL(url).host}`,
    async rows(sql) {
      try {
        return (await client.query(sql)).rows
      } catch (error) {
        if (error instanceof Error && 'code' in error && ['42P01', '42703'].includes(String(error.code)))
          return 'missing'
        throw error
      }
    },
    migrations: () => migrationsOf(client),
    damage: async () => null,
    close: () => client.end(),
  }
}
