import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { groupCommit, type Writer } from './group-commit.ts'

let folder: string
let db: Database.Database
let writer: Writer
/** What the writer ran of its own, and who was told when. */
let story: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hubbub-test-'))
  db = new Database(join(folder, 'a.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('foreign_keys = ON')
  db.exec(
    `CREATE TABLE word (text TEXT PRIMARY KEY, of TEXT REFERENCES word (text) DEFERRABLE INITIALLY DEFERRED)`,
  )
  story = []
  const prepare = db.prepare.bind(db)
  const told = {
    prepare(sql: string) {
      const run = () => {
        story.push(sql)
        return prepare(sql).run()
      }
      return { run }
    },
    get inTransaction() {
      return db.inTransaction
    },
  }
  writer = groupCommit(told as unknown as Database.Database, Number.POSITIVE_INFINITY)
})
afterEach(async () => {
  await writer.idle()
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

const insert = (text: string, of: string | null = null, how = 'INSERT') =>
  db.prepare(`${how} INTO word (text, of) VALUES (?, ?)`).run(text, of)
const words = () => db.prepare('SELECT text FROM word ORDER BY rowid').pluck().all()
/** Writes a word, and marks in the story how its writer heard of the end. */
const say = (text: string, of: string | null = null, how?: string) =>
  writer
    .write(async () => void insert(text, of, how))
    .then(
      () => story.push(`${text} kept`),
      () => story.push(`${text} refused`),
    )

it('commits those who wait at once, and tells nobody before', async () => {
  await Promise.all([say('one'), say('two')])
  expect(story).toEqual([
    'BEGIN IMMEDIATE',
    'SAVEPOINT one',
    'RELEASE one',
    'SAVEPOINT one',
    'RELEASE one',
    'COMMIT',
    'one kept',
    'two kept',
  ])
})

it('undoes alone who fails alone, and tells them too only after the commit', async () => {
  await Promise.all([say('one'), say('one'), say('two')])
  expect(words()).toEqual(['one', 'two'])
  expect(story.slice(story.indexOf('COMMIT'))).toEqual(['COMMIT', 'one kept', 'one refused', 'two kept'])
  const failing = writer.write(async () => {
    insert('three')
    throw new Error('stop')
  })
  await Promise.all([expect(failing).rejects.toThrow('stop'), say('four')])
  expect(words()).toEqual(['one', 'two', 'four'])
})

it('refuses all when the commit fails, and goes on', async () => {
  await Promise.all([say('one'), say('two', 'nowhere'), say('three')])
  expect(story.slice(-4)).toEqual(['ROLLBACK', 'one refused', 'two refused', 'three refused'])
  await say('four')
  expect(words()).toEqual(['four'])
})

it('refuses who came before when the whole transaction is undone; who comes after is not touched', async () => {
  await say('zero')
  await Promise.all([say('one'), say('zero', null, 'INSERT OR ROLLBACK'), say('two')])
  expect(words()).toEqual(['zero', 'two'])
  expect(story.filter((line) => /kept|refused/.test(line))).toEqual([
    'zero kept',
    'one refused',
    'zero refused',
    'two kept',
  ])
})

it('keeps the order of the calls, however long each takes', async () => {
  const texts = Array.from({ length: 40 }, (_, i) => `word ${i}`)
  await Promise.all(
    texts.map((text, i) =>
      writer.write(async () => {
        if (i % 7 === 0) await new Promise((resolve) => setTimeout(resolve, 3))
        insert(text)
      }),
    ),
  )
  expect(words()).toEqual(texts)
})

it.each([
  { at: 'before the commit', kept: [] },
  { at: 'after the commit', kept: ['one', 'two'] },
])('killed $at: told nobody, or has it', ({ at, kept }) => {
  const script = `
    import Database from 'better-sqlite3'
    import { writeSync } from 'node:fs'
    import { groupCommit } from ${JSON.stringify(join(import.meta.dirname, 'group-commit.ts'))}
    const db = new Database(${JSON.stringify(join(folder, 'a.db'))})
    const { write } = groupCommit(db, Infinity)
    const die = () => process.kill(process.pid, 'SIGKILL')
    const say = (text) => write(async () => {
      db.prepare('INSERT INTO word (text) VALUES (?)').run(text)
      if (text === 'two' && ${at.startsWith('before')}) die()
    }).then(() => { writeSync(1, text + ' '); if (text === 'two') die() })
    say('one'); say('two'); say('three')`
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })
  expect(signal).toBe('SIGKILL')
  expect(stdout.split(' ').filter(Boolean)).toEqual(kept)
  expect(words().slice(0, 2)).toEqual(kept)
})
