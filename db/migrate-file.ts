import { existsSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import {
  backupFile,
  dropDatabase,
  dropParts,
  keepNewest,
  oneFile,
  stamp,
  syncFile,
  syncFolder,
} from './backup.ts'
import { lockDatabase } from './lock.ts'
import { type Known, MigrationFailed, pending } from './migration.ts'

/** How many backups made before migrations are kept. */
const KEPT = 5
/** Less free space than this is a full disk, bytes. */
const LEAST_FREE = 2 * 1024 ** 2
const ENDING = '-before-migration.db'

/**
 * Brings an SQLite file to this version's schema. An existing file is migrated as a copy beside it, which takes its
 * place only when it is whole and checked; whatever happens before that, the old file is as it was. A backup of it
 * stays in `backups/`.
 */
export async function migrateFile(file: string, known: Known): Promise<void> {
  if (existsSync(file) && !pending(known.instants, migrationsDone(file))) return
  // Whoever else starts now waits for the migration; a process that works on the file is not pulled away from it.
  const release = lockDatabase(file, 'exclusive', 10_000)
  try {
    const done = existsSync(file) ? migrationsDone(file) : []
    if (!pending(known.instants, done) && done.length) return
    if (done.length) await migrateCopy(file, known)
    else run(file, known.folder)
  } finally {
    release()
  }
}

/** When the migrations were made that a database has, epoch ms; none: it is empty. */
export function migrationsDone(file: string): number[] {
  const db = new Database(file, { fileMustExist: true })
  try {
    const has = db.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
    if (!has) return []
    const rows = db.prepare('SELECT created_at AS at FROM __drizzle_migrations').all() as { at: number }[]
    return rows.map(({ at }) => Number(at))
  } finally {
    db.close()
  }
}

async function migrateCopy(file: string, { folder }: Known): Promise<void> {
  const backups = join(dirname(file), 'backups')
  const backup = join(backups, `hubbub-${stamp()}${ENDING}`)
  const copy = `${file}.migrating`
  dropDatabase(copy)
  dropParts(backups)
  try {
    await backupFile(file, backup)
    await backupFile(backup, copy)
    run(copy, folder)
    oneFile(copy)
    syncFile(copy)
  } catch (error) {
    dropDatabase(copy)
    // The old file itself is what it would be a copy of; a start that fails again and again must not fill the folder.
    rmSync(backup, { force: true })
    throw new MigrationFailed(error)
  }
  // No log of the old file may stay behind: it would not belong to the new one.
  oneFile(file)
  renameSync(copy, file)
  syncFolder(dirname(file))
  keepNewest(backups, ENDING, KEPT)
}

function run(file: string, folder: string): void {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    // A table rebuild with foreign keys on would cascade into the children.
    db.pragma('foreign_keys = OFF')
    try {
      migrate(drizzle(db), { migrationsFolder: folder })
    } catch (error) {
      // SQLite has rolled back already when the disk is full, and the migrator's own rollback then hides why.
      const { bavail, bsize } = statfsSync(dirname(file))
      if (bavail * bsize > LEAST_FREE) throw error
      throw Object.assign(new Error('the disk is full', { cause: error }), { code: 'ENOSPC' })
    }
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length) throw new Error(`it left ${broken.length} broken references`)
    const sound = db.pragma('quick_check(1)', { simple: true })
    if (sound !== 'ok') throw new Error(`it left a damaged file: ${sound}`)
  } finally {
    db.close()
  }
}
