import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'

/** Copies a database that may be in use into one file, with the online backup API. The file appears whole or not at all. */
export async function backupFile(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true })
  const part = `${to}.part`
  dropDatabase(part)
  const source = new Database(from, { readonly: true, fileMustExist: true })
  try {
    // All pages in one step: in small steps another process's writes would make it begin again and again.
    await source.backup(part, { progress: () => 0x7fffffff })
    oneFile(part)
    syncFile(part)
    renameSync(part, to)
    syncFolder(dirname(to))
  } catch (error) {
    dropDatabase(part)
    throw error
  } finally {
    source.close()
  }
}

/** Folds the write-ahead log into the file and takes it away, so that the one file is the database. */
export function oneFile(file: string): void {
  const db = new Database(file)
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    const mode = db.pragma('journal_mode = DELETE', { simple: true })
    if (mode !== 'delete') throw new Error(`${file} is in use`)
  } finally {
    db.close()
  }
}

export function dropDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true })
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** `2026-11-22T10-15-00`: of an instant, for names of files. */
export const stamp = (at = new Date()): string => at.toISOString().slice(0, 19).replaceAll(':', '-')

/** Keeps the newest of the files in a folder whose names end in `ending`, and removes the others. */
export function keepNewest(folder: string, ending: string, count: number): void {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
  for (const name of names.slice(0, Math.max(0, names.length - count))) rmSync(join(folder, name))
}

/** Takes away what a backup left behind that was killed. */
export function dropParts(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (/\.part(-wal|-shm|-journal)?$/.test(name)) rmSync(join(folder, name), { force: true })
}
