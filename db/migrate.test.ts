import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { dialect } from './dialect.ts'
import { lockDatabase } from './lock.ts'
import { knownMigrations, migrate } from './migrate.ts'

const folders: string[] = []
const place = () => {
  const folder = mkdtempSync(join(tmpdir(), 'hubbub-migrate-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** The real migrations and one more. */
function withMigration(sql: string): string {
  const folder = join(place(), 'migrations')
  cpSync(knownMigrations().folder, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  const last = journal.entries.at(-1)
  const entry = { ...last, idx: last.idx + 1, when: last.when + 1000, tag: '9999_next' }
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }))
  writeFileSync(join(folder, '9999_next.sql'), sql)
  return folder
}

async function oldDatabase(): Promise<string> {
  const file = join(place(), 'hubbub.db')
  await migrate({ file })
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.exec(
    "INSERT INTO workspace (id, slug, name, zone, locale, created_at) VALUES ('w', 'acme', 'Acme', 'UTC', 'en', 1)",
  )
  db.exec("INSERT INTO team VALUES ('t', 'w', 'HQ', 'hq', 'UTC', 'en', 'US', NULL, 1)")
  db.close()
  return file
}

function look(file: string) {
  const db = new Database(file, { readonly: true })
  try {
    return {
      sound: db.pragma('integrity_check', { simple: true }),
      name: db.prepare('SELECT name FROM workspace').pluck().get(),
      next: Boolean(db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'next'").get()),
    }
  } finally {
    db.close()
  }
}
/** What lies in the data folder, without what SQLite itself keeps there while a file is read. */
const files = (file: string) =>
  readdirSync(join(file, '..')).filter((name) => !/^hubbub\.db[.-](lock|wal|shm)$/.test(name))
const NEXT = 'CREATE TABLE next (id text);'

describe.runIf(dialect === 'sqlite')('migrating an existing file', () => {
  it('takes a backup, keeps five, and leaves nothing else behind', async () => {
    const file = await oldDatabase()
    await migrate({ file, folder: withMigration(NEXT) })
    expect(look(file)).toEqual({ sound: 'ok', name: 'Acme', next: true })
    const [backup] = readdirSync(join(file, '../backups'))
    expect(look(join(file, '../backups', backup ?? ''))).toEqual({ sound: 'ok', name: 'Acme', next: false })
    expect(files(file).sort()).toEqual(['backups', 'hubbub.db'])
    for (let n = 0; n < 7; n++)
      writeFileSync(join(file, `../backups/hubbub-2020-0${n}-before-migration.db`), '')
    const again = await oldDatabase()
    cpSync(again, file)
    await migrate({ file, folder: withMigration(NEXT) })
    expect(readdirSync(join(file, '../backups')).length).toBe(5)
  })

  it.each([
    ['throws midway', `${NEXT}\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);`],
    ['breaks references', `${NEXT}\n--> statement-breakpoint\nDELETE FROM workspace;`],
  ])('leaves the old file working when a migration %s', async (_, sql) => {
    const file = await oldDatabase()
    const before = readFileSync(file)
    await expect(migrate({ file, folder: withMigration(sql) })).rejects.toMatchObject({
      code: 'database.migration',
    })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(look(file)).toEqual({ sound: 'ok', name: 'Acme', next: false })
    expect(files(file).sort()).toEqual(['backups', 'hubbub.db'])
    expect(readdirSync(join(file, '../backups'))).toEqual([])
    await migrate({ file })
  })

  it('refuses a newer database with one sentence and does not touch it', async () => {
    const file = await oldDatabase()
    await migrate({ file, folder: withMigration(NEXT) })
    await expect(migrate({ file })).rejects.toMatchObject({
      code: 'database.newer',
      message: 'The database was made by a newer version of Hubbub.',
    })
    expect(look(file).next).toBe(true)
  })

  it('does not pull the file from under a process that uses it', async () => {
    const file = await oldDatabase()
    const release = lockDatabase(file, 'shared')
    expect(() => lockDatabase(file, 'exclusive')).toThrow(/in use/)
    lockDatabase(file, 'shared')()
    release()
    lockDatabase(file, 'exclusive')()
  })

  it('is killed at any moment and leaves the old database or the new one, whole', async () => {
    const rows = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000)'
    const folder = withMigration(`CREATE TABLE next AS ${rows} SELECT i, hex(randomblob(40)) AS x FROM n;`)
    const child = join(import.meta.dirname, '../tests/support/migrate-child.ts')
    const seen = new Set<boolean>()
    for (let round = 0; round < 6; round++) {
      const file = await oldDatabase()
      const run = spawn(process.execPath, [child, file, folder], { stdio: 'ignore' })
      const ended = new Promise((resolve) => run.once('exit', resolve))
      const copy = `${file}.migrating`
      const began = Date.now()
      while (!existsSync(copy) && Date.now() - began < 10_000) await wait(2)
      await wait(round * 60)
      run.kill('SIGKILL')
      await ended
      const found = look(file)
      expect(found).toMatchObject({ sound: 'ok', name: 'Acme' })
      seen.add(found.next)
      await migrate({ file, folder })
      expect(look(file)).toEqual({ sound: 'ok', name: 'Acme', next: true })
      expect(files(file).sort()).toEqual(['backups', 'hubbub.db'])
    }
    expect(seen.has(false)).toBe(true)
  }, 90_000)
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
