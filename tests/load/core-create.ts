/**
 * Creating a post through the API, durably (synchronous FULL): one after the other, then 32 at once. The limit is one
 * row inserted into SQLite with the same durability, in the same run. The client is a process of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Pool } from 'undici'
import { median, print, quantile, smoke } from './figure.ts'
import { forkServer } from './server/fork-server.ts'

const AT_ONCE = 32
const SINGLE = smoke ? 20 : 400
const SECONDS = smoke ? 1 : 6

function rawInserts(): { p50: number; rate: number } {
  const folder = mkdtempSync(join(tmpdir(), 'hubbub-bench-'))
  const db = new Database(join(folder, 'raw.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT, text TEXT, at INTEGER)')
  const insert = db.prepare('INSERT INTO post (title, text, at) VALUES (?, ?, ?)')
  const times: number[] = []
  const end = performance.now() + (smoke ? 200 : 1_500)
  while (performance.now() < end) {
    const began = performance.now()
    insert.run('A title of usual length', 'And a text of usual length, which is a little longer.', 1)
    times.push(performance.now() - began)
  }
  db.close()
  rmSync(folder, { recursive: true, force: true })
  const sum = times.reduce((all, one) => all + one, 0)
  return { p50: median(times), rate: (times.length / sum) * 1_000 }
}

const server = await forkServer('hubbub')
const pool = new Pool(server.url, { connections: AT_ONCE, pipelining: 1 })
const headers = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' }
let made = 0

async function create(): Promise<number> {
  const title = `Post ${made++}: what we say about it in a line of usual length`
  const began = performance.now()
  const body = JSON.stringify({ teamId: server.teamId, title, text: 'The words of it.', stage: 'draft' })
  const answer = await pool.request({ path: '/api/v1/posts', method: 'POST', headers, body })
  const text = await answer.body.text()
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${text}`)
  return performance.now() - began
}

try {
  for (let i = 0; i < (smoke ? 5 : 300); i++) await create()
  const raw = rawInserts()
  const single: number[] = []
  for (let i = 0; i < SINGLE; i++) single.push(await create())
  const many: number[] = []
  const began = performance.now()
  const end = began + SECONDS * 1_000
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < end) many.push(await create())
    }),
  )
  const rate = many.length / ((performance.now() - began) / 1_000)
  print({ name: 'core.create.p50', value: median(single), unit: 'ms', goal: smoke ? undefined : 3 })
  print({ name: 'core.create.p95', value: quantile(single, 0.95), unit: 'ms' })
  print({
    name: 'core.create.rate',
    value: rate,
    unit: '/s',
    goal: smoke ? undefined : 1_000,
    sense: 'least',
  })
  print({ name: 'core.create.busy-p95', value: quantile(many, 0.95), unit: 'ms' })
  print({ name: 'core.create.raw-p50', value: raw.p50, unit: 'ms' })
  print({ name: 'core.create.raw-rate', value: raw.rate, unit: '/s' })
} finally {
  await pool.close()
  await server.stop()
}
