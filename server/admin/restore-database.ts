import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { dropDatabase, oneFile, stamp, syncFile, syncFolder } from '#db/backup.ts'
import { lockDatabase } from '#db/lock.ts'
import { migrationsDone } from '#db/migrate-file.ts'
import type { Settings } from '../platform/settings.ts'
import { checkFile, databaseFile } from './backup-database.ts'
import { CommandError } from './command.ts'
import { restorePostgres } from './restore-postgres.ts'
import { distrustPlanned, isOlder, type Restored } from './restored.ts'

type Place = Pick<Settings, 'dataDir' | 'databaseUrl'>

/** Puts a backup in the place of the database. Refuses while anything works on it, and a backup that is damaged or newer. */
export async function restoreDatabase(place: Place, file: string): Promise<Restored> {
  if (!existsSync(file) || statSync(file).isDirectory()) throw new CommandError(`There is no file ${file}.`)
  if (!place.databaseUrl) return restoreFile(place, file)
  return restorePostgres({ dataDir: place.dataDir, url: place.databaseUrl }, file)
}

function restoreFile(place: Place, file: string): Restored {
  const target = databaseFile(place)
  mkdirSync(place.dataDir, { recursive: true })
  const fresh = `${target}.restoring`
  const release = lockOrSay(target)
  try {
    dropDatabase(fresh)
    copyWithLog(file, fresh)
    // A copy has the rights of what it was copied from; this one is nobody else's to read.
    chmodSync(fresh, 0o600)
    checkFile(fresh, file)
    const older = isOlder(migrationsDone(fresh), file)
    const doubtful = distrustFile(fresh)
    oneFile(fresh)
    syncFile(fresh)
    const kept = keep(target)
    // A log that stayed behind would be played into the restored file.
    for (const end of LOGS) rmSync(target + end, { force: true })
    renameSync(fresh, target)
    syncFolder(dirname(target))
    return { kept, older, doubtful }
  } catch (error) {
    dropDatabase(fresh)
    throw error
  } finally {
    release()
  }
}

const LOGS = ['-wal', '-shm', '-journal']

/** The file of a server that was killed has its last changes in a log beside it. */
function copyWithLog(from: string, to: string): void {
  copyFileSync(from, to)
  for (const end of ['-wal', '-journal']) if (existsSync(from + end)) copyFileSync(from + end, to + end)
}

function distrustFile(fresh: string): number {
  const db = new Database(fresh)
  try {
    return db.prepare(distrustPlanned(Date.now())).run().changes
  } finally {
    db.close()
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

/** What is replaced stays under another name, from before the new one takes its place; null: nothing was there. */
function keep(target: string): string | null {
  const there = existsSync(target)
  const logs = ['-wal', '-journal'].filter((end) => existsSync(target + end))
  if (!there && !logs.length) return null
  const folder = join(dirname(target), 'backups')
  mkdirSync(folder, { recursive: true })
  const kept = join(folder, `hubbub-${stamp()}-replaced.db`)
  dropDatabase(kept)
  if (there && foldedOrDamaged(target) === 'folded') hold(target, kept)
  else for (const end of ['', ...logs]) if (existsSync(target + end)) hold(target + end, kept + end)
  syncFolder(folder)
  return there ? kept : null
}

/** A damaged database is what a restore is for: it is kept as it is, with its log. */
function foldedOrDamaged(file: string): 'folded' | 'damaged' {
  try {
    oneFile(file)
    return 'folded'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'damaged'
    throw error
  }
}

function hold(file: string, kept: string): void {
  try {
    linkSync(file, kept)
  } catch {
    copyFileSync(file, kept)
    syncFile(kept)
  }
}
