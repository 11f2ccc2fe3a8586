import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dialect } from '#db/dialect.ts'
import { newId } from '#db/id.ts'
import { lockDatabase } from '#db/lock.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { runAdmin } from './run-admin.ts'

let database: TestDatabase
let dataDir: string
beforeAll(async () => {
  database = await testDatabase()
  dataDir = mkdtempSync(join(tmpdir(), 'hubbub-admin-'))
  // vitest sets a BASE_URL of its own.
  Object.assign(process.env, { BASE_URL: '', DATA_DIR: dataDir, LOG_LEVEL: 'error' })
  if (database.url) process.env.DATABASE_URL = database.url
})
afterAll(async () => {
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A name in a folder of its own, so that a test tried again begins anew. */
const fresh = (name: string): string => join(mkdtempSync(join(dataDir, 'try-')), name)

async function admin(...args: string[]) {
  let [out, err] = ['', '']
  const code = await runAdmin(
    args,
    (line) => {
      out += `${line}\n`
    },
    (line) => {
      err += `${line}\n`
    },
  )
  return { code, out, err }
}

it('helps, and refuses what it does not know', async () => {
  const [none, unknown, option, help] = await Promise.all([
    admin(),
    admin('dance'),
    admin('seed', 'demo', '--emial', 'x'),
    admin('token', 'create', '--help'),
  ])
  expect(none).toMatchObject({ code: 0, out: expect.stringContaining('restore') })
  expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('no command "dance"') })
  expect(option).toMatchObject({ code: 1, err: expect.stringContaining('--emial') })
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('--scopes') })
})

it('makes a company with its owner, lets somebody in, and makes a token', async () => {
  const early = await admin('token', 'create', '--email', 'a@example.org')
  expect(early).toMatchObject({ code: 1, err: expect.stringContaining('no workspace yet') })
  const owner = await admin(
    'user',
    'create',
    '--email',
    'Ann@example.org',
    '--name',
    'Ann',
    '--company',
    'Acme',
  )
  expect(owner).toMatchObject({ code: 0, out: expect.stringMatching(/\/w\/acme[\s\S]*Password: .{16}/) })
  const again = await admin('user', 'create', '--email', 'ann@example.org', '--name', 'Ann')
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('has an account already') })
  const role = await admin('user', 'create', '--email', 'b@example.org', '--name', 'Bo', '--role', 'king')
  expect(role).toMatchObject({ code: 1, err: expect.stringContaining('--role must be one of') })
  const bo = await admin('user', 'create', '--email', 'bo@example.org', '--name', 'Bo', '--role', 'editor')
  expect(bo.code).toBe(0)
  const token = await admin(
    'token',
    'create',
    '--email',
    'ann@example.org',
    '--scopes',
    'post:read,post:write',
  )
  expect(token).toMatchObject({ code: 0, out: expect.stringMatching(/^hubbub_[\w-]{43}\n$/) })
  const not = await admin('token', 'create', '--email', 'bo@example.org')
  expect(not).toMatchObject({ code: 1, err: expect.stringContaining('may not make tokens') })
  const wrong = await admin('token', 'create', '--email', 'ann@example.org', '--scopes', 'post:fly')
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('no permission post:fly') })
}, 60_000)

it('finds everything in order', async () => {
  const { code, out } = await admin('doctor')
  expect(out).not.toContain('FAIL')
  expect(code).toBe(0)
  for (const name of ['settings', 'database', 'migrations', 'disk space', 'presence', 'jobs', 'clock'])
    expect(out).toContain(name)
})

it('backs up into one file and restores it, keeping what it replaces', async () => {
  const file = fresh('mine.backup')
  const backup = await admin('backup', file)
  expect(backup, backup.err).toMatchObject({ code: 0, out: expect.stringContaining('checked') })
  expect(await admin('backup', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('is there already'),
  })
  const email = `${newId()}@example.org`
  await admin('user', 'create', '--email', email, '--name', 'Late')
  const restored = await admin('restore', file)
  expect(restored, restored.err).toMatchObject({ code: 0, out: expect.stringContaining('is kept') })
  const late = await admin('user', 'create', '--email', email, '--name', 'Late')
  expect(late.code, late.err).toBe(0)
  expect(readdirSync(join(dataDir, 'backups')).some((name) => name.includes('replaced'))).toBe(true)
}, 60_000)

it('names the place that takes no backup', async () => {
  const file = fresh('words')
  writeFileSync(file, 'words')
  expect(await admin('backup', join(file, 'mine.backup'))).toMatchObject({
    code: 1,
    err: expect.stringMatching(/mine\.backup cannot be written .*Choose another place/),
  })
  expect(await admin('restore', dataDir)).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no file'),
  })
})

it('refuses to restore what is no backup', async () => {
  expect(await admin('restore', join(dataDir, 'nowhere'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('no file'),
  })
  const file = join(dataDir, 'words.txt')
  writeFileSync(file, 'these are only words, and many of them'.repeat(100))
  expect((await admin('restore', file)).code).toBe(1)
  expect((await admin('doctor')).code).toBe(0)
}, 60_000)

describe.runIf(dialect === 'sqlite')('with a file', () => {
  const file = () => join(dataDir, 'hubbub.db')

  it('refuses to restore under a running server', async () => {
    const release = lockDatabase(file(), 'shared')
    const copy = fresh('mine.backup')
    await admin('backup', copy)
    const refused = await admin('restore', copy)
    release()
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Stop it') })
  })

  it('refuses a damaged backup and a newer one', async () => {
    const newer = fresh('newer.db')
    await admin('backup', newer)
    const db = new Database(newer)
    db.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)")
    db.close()
    expect(await admin('restore', newer)).toMatchObject({
      code: 1,
      err: expect.stringContaining('newer version'),
    })
    const garbage = fresh('garbage.db')
    writeFileSync(garbage, 'no database at all, though long enough to be looked at as one')
    const said = await admin('restore', garbage)
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining(`${garbage} is no sound database`) })
    expect(said.err).not.toContain('restoring')
    const other = fresh('other.db')
    new Database(other).exec('CREATE TABLE t (x)').close()
    expect(await admin('restore', other)).toMatchObject({
      code: 1,
      err: expect.stringContaining('no backup of Hubbub'),
    })
    expect(existsSync(`${file()}.restoring`)).toBe(false)
  }, 60_000)

  it.each(['no database any more', 'cut'])(
    'restores over a database that is damaged: %s',
    async (how) => {
      const good = fresh('good.backup')
      await admin('backup', good)
      const whole = readFileSync(file())
      const bad = how === 'cut' ? whole.subarray(0, 100_000) : Buffer.alloc(50_000, 'words')
      for (const end of ['-wal', '-shm']) rmSync(file() + end, { force: true })
      writeFileSync(file(), bad)
      const restored = await admin('restore', good)
      expect(restored, restored.err).toMatchObject({ code: 0, out: expect.stringContaining('is kept') })
      const kept = /is kept: (.*)/.exec(restored.out)?.[1] ?? ''
      expect(readFileSync(kept).equals(bad)).toBe(true)
      expect((await admin('doctor')).code).toBe(0)
    },
    60_000,
  )

  it('plays no log into what it restores that a killed server left, and takes that of the file it is given', async () => {
    const good = fresh('good.backup')
    await admin('backup', good)
    chmodSync(good, 0o644)
    const old = join(mkdtempSync(join(dataDir, 'try-')), 'hubbub.db')
    writeFileSync(old, readFileSync(good))
    killedWriter(old)
    for (const end of ['', '-wal']) writeFileSync(file() + end, readFileSync(old + end))
    rmSync(file())
    expect((await admin('restore', good)).code).toBe(0)
    expect(tables()).not.toContain('junk')
    expect(statSync(file()).mode & 0o077).toBe(0)
    expect((await admin('restore', old)).code).toBe(0)
    expect(tables()).toContain('junk')
    expect((await admin('restore', good)).code).toBe(0)
  }, 60_000)

  function tables(): unknown[] {
    const db = new Database(file(), { readonly: true })
    try {
      return db.prepare('SELECT name FROM sqlite_master').pluck().all()
    } finally {
      db.close()
    }
  }

  /** Writes into the log of a database, and is killed. */
  function killedWriter(path: string): void {
    const script = join(import.meta.dirname, `killed-${process.pid}.mjs`)
    writeFileSync(
      script,
      `import Database from 'better-sqlite3'
const db = new Database(${JSON.stringify(path)}); db.pragma('journal_mode = WAL'); db.pragma('wal_autocheckpoint = 0')
db.exec('CREATE TABLE junk (x)'); process.kill(process.pid, 'SIGKILL')`,
    )
    spawnSync(process.execPath, [script])
    rmSync(script)
  }

  it('backs up whole while another process writes', async () => {
    const writes = `import Database from 'better-sqlite3'
const db = new Database(${JSON.stringify(file())}); db.pragma('busy_timeout = 5000')
db.exec('CREATE TABLE IF NOT EXISTS pairs (n integer)'); process.stdout.write('go')
const add = db.transaction((n) => { db.prepare('INSERT INTO pairs VALUES (?)').run(n); db.prepare('INSERT INTO pairs VALUES (?)').run(n) })
for (let n = 0; ; n++) add(n)`
    const script = join(import.meta.dirname, `writer-${process.pid}.mjs`)
    writeFileSync(script, writes)
    const writer = spawn(process.execPath, [script])
    try {
      await new Promise((resolve) => writer.stdout.once('data', resolve))
      const copy = fresh('hot.db')
      expect((await admin('backup', copy)).code).toBe(0)
      const db = new Database(copy, { readonly: true })
      const odd = db
        .prepare('SELECT count(*) FROM (SELECT n FROM pairs GROUP BY n HAVING count(*) <> 2)')
        .pluck()
        .get()
      expect(odd).toBe(0)
      db.close()
    } finally {
      writer.kill('SIGKILL')
      rmSync(script)
    }
  }, 60_000)
})
