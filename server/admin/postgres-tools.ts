import { execFile, spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { keepNewest, stamp, syncFile } from '#db/backup.ts'
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
    throw toolFailure(name, error, error instanceof Error && 'stderr' in error ? String(error.stderr) : '')
  }
}

function toolFailure(name: string, error: unknown, words: string): CommandError {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return new CommandError(
      `${name} is not installed. Install PostgreSQL's client programs (Debian: postgresql-client) of the server's version or newer.`,
    )
  return new CommandError(`${name} failed: ${words.trim().split('\n')[0] || String(error)}`)
}

/** As the server's own client reads the address, so that both reach the same place (a socket's folder, IPv6). */
function toolEnv(url: string): NodeJS.ProcessEnv {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url })
  const sslmode = new URL(url).searchParams.get('sslmode')
  return {
    ...process.env,
    PGHOST: host.replace(/^\[|\]$/g, ''),
    PGPORT: String(port),
    PGUSER: user ?? '',
    PGPASSWORD: typeof password === 'string' ? password : '',
    PGDATABASE: database ?? '',
    ...(sslmode && { PGSSLMODE: sslmode }),
  }
}

/** Writes a PostgreSQL database into one file of pg_dump's own format, and reads it through. It appears whole or not at all. */
export async function dumpPostgres(url: string, file: string): Promise<void> {
  const part = `${file}.part`
  try {
    await runTool('pg_dump', url, ['--format=custom', '--no-owner', `--file=${part}`])
    await runTool('pg_restore', url, ['--file=/dev/null', part])
    syncFile(part)
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** Runs a dump between two scripts, all in one transaction: whatever breaks off, the database is as it was. */
export async function pipeToPsql(
  url: string,
  { before, dump, after }: { before: string; dump: string; after: string },
): Promise<void> {
  const env = toolEnv(url)
  const psql = watched('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--output=/dev/null'], env)
  const reader = watched('pg_restore', ['--clean', '--if-exists', '--no-owner', '--file=-', dump], env)
  // Ended early, psql takes no more; its own words say why.
  psql.child.stdin?.on('error', () => reader.child.kill())
  psql.child.stdin?.write(`BEGIN;\n${before}`)
  reader.child.stdout?.pipe(psql.child.stdin as NodeJS.WritableStream, { end: false })
  const read = await reader.end
  // Without its last word the transaction is undone when psql leaves.
  psql.child.stdin?.end(read === null ? `${after}COMMIT;\n` : '')
  const written = await psql.end
  if (written ?? read) throw written ?? read
}

/** A started tool; `end` tells what went wrong, null when nothing did. */
function watched(name: 'psql' | 'pg_restore', args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(name, args, { env })
  let words = ''
  child.stderr.on('data', (data) => {
    words += data
  })
  if (name === 'psql') child.stdout.resume()
  const end = new Promise<CommandError | null>((resolve) => {
    child.once('error', (error) => resolve(toolFailure(name, error, '')))
    child.once('close', (code, signal) =>
      resolve(code === 0 ? null : toolFailure(name, `it ended with ${code ?? signal}`, words)),
    )
  })
  return { child, end }
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
