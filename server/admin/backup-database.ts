import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { backupFile } from '#db/backup.ts'
import type { Settings } from '../platform/settings.ts'
import { CommandError } from './command.ts'
import { dumpPostgres } from './postgres-tools.ts'

type Place = Pick<Settings, 'dataDir' | 'databaseUrl'>

/** The SQLite file of an installation. */
export const databaseFile = ({ dataDir }: Place): string => join(dataDir, 'hubbub.db')

/**
 * Writes everything the installation remembers into one new file, while the server runs; checks it. Gives its size in
 * bytes.
 */
export async function backupDatabase(place: Place, file: string): Promise<number> {
  if (existsSync(file)) throw new CommandError(`${file} is there already. Choose another name.`)
  const from = databaseFile(place)
  if (!place.databaseUrl && !existsSync(from))
    throw new CommandError(`There is no database in ${place.dataDir} yet.`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    if (place.databaseUrl) await dumpPostgres(place.databaseUrl, file)
    else await backupFile(from, file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!UNWRITABLE.has(code)) throw error
    throw new CommandError(
      `${file} cannot be written (${error instanceof Error ? error.message : code}). Choose another place.`,
    )
  }
  if (!place.databaseUrl) checkFile(file)
  return statSync(file).size
}

/** What a place says that takes no file: above all of the folder named, not of the data folder. */
const UNWRITABLE = new Set([
  'EACCES',
  'EEXIST',
  'ENOENT',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
])

/** Refuses a file that is no sound SQLite database, with a sentence about the file that the person knows. */
export function checkFile(file: string, known = file): void {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    const sound = db.pragma('integrity_check(1)', { simple: true })
    if (sound !== 'ok') throw new Error(String(sound))
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length) throw new Error(`${broken.length} broken references`)
  } catch (error) {
    throw new CommandError(
      `${known} is no sound database: ${error instanceof Error ? error.message : error}.`,
    )
  } finally {
    db?.close()
  }
}
