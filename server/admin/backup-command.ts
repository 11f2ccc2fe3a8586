import { resolve } from 'node:path'
import { readSettings } from '../platform/settings.ts'
import { backupDatabase } from './backup-database.ts'
import { type Command, CommandError } from './command.ts'
import { readOptions } from './read-options.ts'
import { restoreDatabase } from './restore-database.ts'

const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1)

function oneFileOf(args: string[], usage: string): string {
  const { positionals } = readOptions(args, {})
  if (positionals.length !== 1 || !positionals[0]) throw new CommandError(`Name one file: ${usage}`)
  return resolve(positionals[0])
}

/** `backup FILE`. */
export const backupCommand: Command = {
  name: 'backup',
  about: 'writes everything into one file, while the server runs',
  help: `npm run admin -- backup FILE

Writes the whole database, pictures included, into one new file and checks it. The server may run. With DATABASE_URL
it calls pg_dump. Keep the secret with it (APP_SECRET, or app-secret in DATA_DIR): without it channels must be
connected again after a restore.`,
  async run(args, out) {
    const file = oneFileOf(args, 'npm run admin -- backup FILE')
    const size = await backupDatabase(readSettings(process.env), file)
    out(`${file}: ${megabytes(size)} MB, checked.`)
    out('Keep the secret with it: APP_SECRET, or the file app-secret in DATA_DIR.')
  },
}

/** `restore FILE`. */
export const restoreCommand: Command = {
  name: 'restore',
  about: 'puts a backup in the place of the database',
  help: `npm run admin -- restore FILE

Puts a backup in the place of the database. Stop the server first; the command refuses while one runs. The backup is
checked before anything is replaced, and what is replaced stays in backups/ in DATA_DIR.`,
  async run(args, out) {
    const file = oneFileOf(args, 'npm run admin -- restore FILE')
    const { kept, older, doubtful } = await restoreDatabase(readSettings(process.env), file)
    out(`Restored from ${file}.`)
    if (kept) out(`What was there before is kept: ${kept}`)
    if (doubtful)
      out(
        `${doubtful} ${doubtful === 1 ? 'post was' : 'posts were'} due since the backup and may have gone out: the next start holds them, and they wait under Sending.`,
      )
    if (older) out('It was made by an older version: the next start brings it up to date, with a backup.')
  },
}
