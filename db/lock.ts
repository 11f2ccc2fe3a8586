import Database from 'better-sqlite3'

/** Somebody else has the database open. */
export class DatabaseInUse extends Error {
  readonly code = 'database.inUse'
}

/**
 * Holds an SQLite database: `shared` while it is used, `exclusive` while its file is replaced. The lock is the
 * kernel's, on a file beside it, so it ends however the process does. Waits up to `waitMs` (blocking), then throws
 * DatabaseInUse. Gives the release.
 */
export function lockDatabase(file: string, how: 'shared' | 'exclusive', waitMs = 0): () => void {
  const lock = new Database(`${file}.lock`)
  try {
    lock.pragma(`busy_timeout = ${waitMs}`)
    if (how === 'exclusive') lock.exec('BEGIN EXCLUSIVE')
    else {
      lock.exec('BEGIN')
      // Reading takes the shared lock, and the open transaction keeps it.
      lock.prepare('SELECT count(*) FROM sqlite_master').get()
    }
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      throw new DatabaseInUse(`The database ${file} is in use by another process.`)
    throw error
  }
  let held = true
  return () => {
    if (held) lock.close()
    held = false
  }
}
