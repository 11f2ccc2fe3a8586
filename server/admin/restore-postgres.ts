import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { getTableName, is, Table } from 'drizzle-orm'
import pg from 'pg'
import { stamp } from '#db/backup.ts'
import * as schema from '#db/schema.ts'
import { CommandError } from './command.ts'
import { dumpPostgres, pipeToPsql, runTool } from './postgres-tools.ts'
import { distrustPlanned, isOlder, type Restored } from './restored.ts'

/**
 * Puts a dump in the place of a PostgreSQL database, in one transaction. This version's tables go first: a dump of an
 * older one knows nothing of the newer ones, which would hold its own back and then stand in the migration's way.
 */
export async function restorePostgres(
  place: { dataDir: string; url: string },
  file: string,
): Promise<Restored> {
  const { dataDir, url } = place
  const sql = await runTool('pg_restore', url, [
    '--data-only',
    '--table=__drizzle_migrations',
    '--file=-',
    file,
  ])
  const rows = /^COPY [^\n]*__drizzle_migrations[^\n]*\n([\s\S]*?)^\\\.$/m.exec(sql)?.[1] ?? ''
  const done = rows.split('\n').filter(Boolean)
  const older = isOlder(
    done.map((row) => Number(row.split('\t').at(-1))),
    file,
  )
  if (!(await isAlone(url)))
    throw new CommandError('Something is connected to this database. Stop the server, then restore.')
  const folder = join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  const kept = join(folder, `hubbub-${stamp()}-replaced.dump`)
  await dumpPostgres(url, kept)
  const ours = Object.values(schema).filter((one) => is(one, Table))
  const names = ours.map((one) => `public."${getTableName(one)}"`).join(', ')
  const before = `SET client_min_messages = warning;\nDROP TABLE IF EXISTS ${names} CASCADE;\nDROP SCHEMA IF EXISTS drizzle CASCADE;\n`
  // The dump's own commands leave no schema to look in.
  const after = distrustPlanned(Date.now()).replace('UPDATE delivery', 'UPDATE public.delivery')
  await pipeToPsql(url, { before, dump: file, after: `\n${after};\n` })
  return { kept, older, doubtful: await countDoubtful(url) }
}

async function countDoubtful(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      "SELECT count(*)::int AS n FROM public.delivery WHERE state = 'planned' AND reason = 'delivery.restored'",
    )
    return rows[0]?.n ?? 0
  } finally {
    await client.end()
  }
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
