import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { keepNewest, stamp } from '#db/backup.ts'
import type { Log } from '../platform/log.ts'
import { CommandError } from './command.ts'

const run = promisify(execFile)

/** Whether a program of PostgreSQL's client package is there. */
export async function hasTool(name: 'pg_dump' | 'pg_restore'): Promise<boolean> {
  return run(name, ['--version']).then(
    () => true,
    () => false,
  )
}

/** Runs it; the address goes in by the environment, so that no list of processes shows the password. */
export async function runTool(name: 'pg_dump' | 'pg_restore', url: string, args: string[]): Promise<string> {
  try {
    const { stdout } = await run(name, args, { env: toolEnv(url), maxBuffer: 64 * 1024 ** 2 })
    return stdout
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new CommandError(
        `${name} is not installed. Install PostgreSQL's client programs (Debian: postgresql-client) of the server's version or newer.`,
      )
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new CommandError(`${name} failed: ${words.split('\n')[0]}`)
  }
}

function toolEnv(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const sslmode = searchParams.get('sslmode')
  return {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(sslmode && { PGSSLMODE: sslmode }),
  }
}

/** Writes a PostgreSQL database into one file of pg_dump's own format. */
export async function dumpPostgres(url: string, file: string): Promise<void> {
  await runTool('pg_dump', url, ['--format=custom', '--no-owner', `--file=${file}`])
}

const ENDING = '-before-migration.dump'

/** The backup before a migration: in `backups/` of the data folder, the last five. Without pg_dump it only says so. */
export async function dumpBeforeMigration(
  { dataDir, databaseUrl = '' }: { dataDir: string; databaseUrl: string | undefined },
  log: Log,
): Promise<void> {
  if (!(await hasTool('pg_dump'))) {
    log.warn(
      'pg_dump is not installed: migrating without a backup (it is one transaction, and undone when it fails)',
    )
    return
  }
  const folder = join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  await dumpPostgres(databaseUrl, join(folder, `hubbub-${stamp()}${ENDING}`))
  keepNewest(folder, ENDING, 5)
}
