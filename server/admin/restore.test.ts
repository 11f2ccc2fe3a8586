import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { knownMigrations, migrate } from '#db/migrate.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { backupDatabase } from './backup-database.ts'
import { restoreDatabase } from './restore-database.ts'

let database: TestDatabase
let folder: string
const place = () => ({ dataDir: database.dataDir, databaseUrl: database.url })
const target = () => ({ file: join(database.dataDir, 'hubbub.db'), url: database.url })
beforeEach(async () => {
  database = await testDatabase({ bare: true })
  folder = mkdtempSync(join(tmpdir(), 'hubbub-restore-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await database.drop()
})

/** Runs statements, answers the rows of the last. */
async function run(...statements: string[]): Promise<Record<string, unknown>[]> {
  if (!database.url) {
    const db = new Database(target().file)
    const last = statements.pop() ?? ''
    for (const one of statements) db.exec(one)
    const rows = last.startsWith('SELECT') ? db.prepare(last).all() : [db.exec(last)]
    db.close()
    return rows as Record<string, unknown>[]
  }
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  let rows: Record<string, unknown>[] = []
  for (const one of statements) rows = (await client.query(one)).rows
  await client.end()
  return rows
}

const ACME =
  "INSERT INTO workspace (id, slug, name, zone, locale, seq, created_at) VALUES ('w', 'acme', 'Acme', 'UTC', 'en', 7, 1)"

it('puts an older version’s backup in the place of a newer database, which then comes up to date', async () => {
  cpSync(knownMigrations().folder, folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const known = JSON.parse(readFileSync(journal, 'utf8'))
  writeFileSync(journal, JSON.stringify({ ...known, entries: known.entries.slice(0, 10) }))
  await migrate({ ...target(), folder })
  await run(ACME)
  const file = join(folder, 'before.backup')
  await backupDatabase(place(), file)
  await migrate(target())
  await run("UPDATE workspace SET name = 'Later'")
  expect(await restoreDatabase(place(), file)).toMatchObject({ older: true, doubtful: 0 })
  await migrate(target())
  expect(await run('SELECT name FROM workspace')).toEqual([{ name: 'Acme' }])
}, 60_000)

it('leaves the database as it is when the backup breaks off', async () => {
  await migrate(target())
  await run(ACME)
  const file = join(folder, 'whole.backup')
  await backupDatabase(place(), file)
  await run("UPDATE workspace SET name = 'Later'")
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, Math.floor(whole.length * 0.9)))
  await expect(restoreDatabase(place(), file)).rejects.toMatchObject({ code: 'command' })
  expect(await run('SELECT name FROM workspace')).toEqual([{ name: 'Later' }])
}, 60_000)

it('marks what was due since the backup, so that nothing goes out twice', async () => {
  await migrate(target())
  const slot = (id: string, tryAt: number, state = 'planned', prepared = 'NULL') =>
    `INSERT INTO delivery (id, workspace_id, post_id, variant_id, channel_id, version_hash, due_at, try_at, state, prepared, created_at, updated_at)
     VALUES ('${id}', 'w', 'p', 'v${id}', 'c', 'h', 1, ${tryAt}, '${state}', ${prepared}, 1, 1)`
  const variant = (id: string) =>
    `INSERT INTO variant (id, workspace_id, post_id, channel_id, options, stage, created_at) VALUES ('v${id}', 'w', 'p', 'c${id}', '{}', 'scheduled', 1)`
  const channel = (id: string) =>
    `INSERT INTO channel (id, workspace_id, team_id, network, name, handle, remote_id, zone, flow, facts, status, created_at)
     VALUES ('c${id}', 'w', 't', 'practice', 'HQ', 'hq', 'r${id}', 'UTC', '{}', '{}', 'connected', 1)`
  const ids = ['due', 'later', 'sent', 'begun']
  await run(
    ACME,
    "INSERT INTO team (id, workspace_id, name, kind, zone, locale, country, created_at) VALUES ('t', 'w', 'HQ', 'hq', 'UTC', 'en', 'US', 1)",
    `INSERT INTO post (id, workspace_id, team_id, title, text, media, labels, stage, rank, revision, created_at, updated_at)
     VALUES ('p', 'w', 't', 'A post', '', '[]', '[]', 'scheduled', 'a0', 0, 1, 1)`,
    ...['', ...ids].map(channel),
    ...ids.map(variant),
    slot('due', Date.now() - 1000),
    slot('later', Date.now() + 3_600_000),
    slot('sent', 5, 'sent'),
    slot('begun', 5, 'planned', `'{}'`),
  )
  const file = join(folder, 'mine.backup')
  await backupDatabase(place(), file)
  expect(await restoreDatabase(place(), file)).toMatchObject({ doubtful: 1 })
  expect(await run('SELECT id FROM delivery WHERE reason IS NOT NULL')).toEqual([{ id: 'due' }])
  expect((await run("SELECT reason FROM delivery WHERE id = 'due'"))[0]?.reason).toBe('delivery.restored')
}, 60_000)
