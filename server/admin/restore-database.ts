import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { dropDatabase, oneFile, stamp, syncFile, syncFolder } from '#db/backup.ts'
import { lockDatabase } from '#db/lock.ts'
import { knownMigrations } from '#db/migrate.ts'
import { migrationsDone } from '#db/migrate-file.ts'
import { NewerDatabase, pending } from '#db/migration.ts'
import type { Settings } from '../platform/settings.ts'
import { checkFile, databaseFile } from './backup-database.ts'
import { CommandError } from './command.ts'
import { dumpPostgres, runTool } from './postgres-tools.ts'

type Place = Pick<Settings, 'dataDir' | 'databaseUrl'>

/** What was put in place, and where the replaced database was kept (null: there was none). */
export interface Restored {
  kept: string | null
  /** The next start brings it to this version's schema. */
  older: boolean
}

/** Puts a backup in the place of the database. Refuses while anything works on it, and a backup that is damaged or newer. */
export async function restoreDatabase(place: Place, file: string): Promise<Restored> {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`)
  return place.databaseUrl ? restorePostgres(place, place.databaseUrl, file) : restoreFile(place, file)
}

function restoreFile(place: Place, file: string): Restored {
  const target = databaseFile(place)
  mkdirSync(place.dataDir, { recursive: true })
  const fresh = `${target}.restoring`
  const release = lockOrSay(target)
  try {
    dropDatabase(fresh)
    copyFileSync(file, fresh)
    checkFile(fresh, file)
    const older = versionOf(fresh, file)
    oneFile(fresh)
    syncFile(fresh)
    const kept = existsSync(target) ? keep(target) : null
    renameSync(fresh, target)
    syncFolder(dirname(target))
    return { kept, older }
  } catch (error) {
    dropDatabase(fresh)
    throw error
  } finally {
    release()
  }
}

function lockOrSay(target: string): () => void {
  try {
    return lockDatabase(target, 'exclusive')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'database.inUse')
      throw new CommandError('A server runs on this database. Stop it, then restore.')
    throw error
  }
}

function versionOf(fresh: string, file: string): boolean {
  const done = migrationsDone(fresh)
  if (!done.length) throw new CommandError(`${file} is no database of Hubbub.`)
  return orNewer(() => pending(knownMigrations().instants, done))
}

function orNewer(check: () => boolean): boolean {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof NewerDatabase)) throw error
    throw new CommandError('The backup was made by a newer version of Hubbub. Restore it with that version.')
  }
}

/** The replaced database stays under another name, from before the new one takes its place. */
function keep(target: string): string {
  const folder = join(dirname(target), 'backups')
  mkdirSync(folder, { recursive: true })
  const kept = join(folder, `hubbub-${stamp()}-replaced.db`)
  rmSync(kept, { force: true })
  oneFile(target)
  try {
    linkSync(target, kept)
  } catch {
    copyFileSync(target, kept)
    syncFile(kept)
  }
  syncFolder(folder)
  return kept
}

async function restorePostgres(place: Place, url: string, file: string): Promise<Restored> {
  const sql = await runTool('pg_restore', url, [
    '--data-only',
    '--table=__drizzle_migrations',
    '--file=-',
    file,
  ])
  const rows = /^COPY [^\n]*__drizzle_migrations[^\n]*\n([\s\S]*?)^\\\.$/m.exec(sql)?.[1] ?? ''
  const done = rows
    .split('\n')
    .filter(Boolean)
    .map((row) => Number(row.split('\t').at(-1)))
  if (!done.length) throw new CommandError(`${file} is no backup of Hubbub.`)
  const older = orNewer(() => pending(knownMigrations().instants, done))
  if (!(await isAlone(url)))
    throw new CommandError('Something is connected to this database. Stop the server, then restore.')
  const folder = join(place.dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  const kept = join(folder, `hubbub-${stamp()}-replaced.dump`)
  await dumpPostgres(url, kept)
  await runTool('pg_restore', url, [
    '--clean',
    '--if-exists',
    '--no-owner',
    '--single-transaction',
    `--dbname=${decodeURIComponent(new URL(url).pathname.slice(1))}`,
    file,
  ])
  return { kept, older }
}

/** Whether no other client is connected (PostgreSQL's own cleaners do not count); connections that are just ending are given five seconds. */
async function isAlone(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (let tries = 0; tries < 25; tries++) {
      const { rows } = await client.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
      )
      if (rows[0]?.n === 0) return true
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    return false
  } finally {
    await client.end()
  }
}
