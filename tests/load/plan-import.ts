/**
 * Importing a CSV of 5,000 rows, from the press of the button to the last post on the disk, while another person's board
 * is open and fills. The limit is the same rows inserted one by one into SQLite in one transaction, in the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { closeBrowser, closePages, openPage } from '../support/browser.ts'
import { print, quantile, smoke } from './figure.ts'
import { type BenchServer, forkServer } from './server/fork-server.ts'

const ROWS = smoke ? 300 : 5_000
const ROUNDS = smoke ? 1 : 3

const lines = Array.from({ length: ROWS }, (_, i) => {
  const day = `2027-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`
  return `Post ${i}: a title of usual length,"And a text of usual length, which is a little longer.",${day} 10:00,Tea`
})
const FILE = ['Title,Text,Planned,Labels', ...lines].join('\n')

function rawInserts(): number {
  const folder = mkdtempSync(join(tmpdir(), 'hubbub-bench-'))
  const db = new Database(join(folder, 'raw.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT, text TEXT, at TEXT, label TEXT)')
  const insert = db.prepare('INSERT INTO post (title, text, at, label) VALUES (?, ?, ?, ?)')
  const began = performance.now()
  db.transaction(() => {
    for (const line of lines) insert.run(line.slice(0, 40), line.slice(40), '2027-01-01 10:00', 'Tea')
  })()
  const took = performance.now() - began
  db.close()
  rmSync(folder, { recursive: true, force: true })
  return took
}

interface Kept {
  run: { state: string; made: number }
}

async function importOnce(server: BenchServer): Promise<{ ready: number; took: number; steps: number }> {
  const headers = { cookie: server.cookie, origin: server.url }
  const base = `${server.url}/w/${server.slug}`
  const began = performance.now()
  const up = await fetch(`${base}/imports?name=plan.csv`, { method: 'POST', headers, body: FILE })
  const { id } = (await up.json()) as { id: string }
  const look = (await (await fetch(`${base}/settings/imports/${id}/check`, { headers })).json()) as {
    plan: unknown
  }
  const ready = performance.now() - began
  const pressed = performance.now()
  await fetch(`${base}/act/import.start`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ importId: id, teamId: server.teamId, plan: look.plan }),
  })
  const seen = new Set<number>()
  for (;;) {
    const answer = await fetch(`${base}/settings/imports/${id}/state`, { headers })
    const { run } = (await answer.json()) as Kept
    seen.add(run.made)
    if (run.state === 'done' && run.made === ROWS) break
    if (run.state === 'failed') throw new Error('the import failed')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return { ready, took: performance.now() - pressed, steps: seen.size }
}

const server = await forkServer('hubbub', { POSTS: '100' })
try {
  const page = await openPage({ url: server.url, cookieFor: async () => server.cookie }, null, '/sign-in')
  const [name = '', value = ''] = server.cookie.split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(`/w/${server.slug}/board`)
    await page.locator('[data-card]').first().waitFor()
    await page.evaluate(() => {
      const tasks: number[] = []
      Object.assign(window, { tasks })
      new PerformanceObserver((list) => {
        for (const one of list.getEntries()) tasks.push(one.duration)
      }).observe({ type: 'longtask' })
    })
    const raw = rawInserts()
    const { ready, took, steps } = await importOnce(server)
    await page.waitForTimeout(1_500)
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
    print({ name: 'plan.import', value: took, unit: 'ms', goal: smoke ? undefined : 5_000 })
    print({ name: 'plan.import.raw', value: took, unit: 'ms', limit: raw })
    print({ name: 'plan.import.preview', value: ready, unit: 'ms' })
    print({ name: 'plan.import.steps', value: steps, unit: 'seen on the way' })
    print({ name: 'plan.import.other-longest', value: quantile(tasks, 1) || 0, unit: 'ms in one task' })
    print({
      name: 'plan.import.other-busy',
      value: tasks.reduce((sum, one) => sum + one, 0),
      unit: 'ms in long tasks',
    })
  }
} finally {
  await closePages().catch(() => undefined)
  await closeBrowser()
  await server.stop()
}
