import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { event, post } from '#db/schema.ts'
import { type Core, composeCore } from '#server/compose.ts'
import { testSettings } from '#tests/support/core.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { people } from '#tests/support/people.ts'
import { killWorker, startWorker, until } from '#tests/support/worker-process.ts'
import { perform } from '../core/verb.ts'
import { addImport } from './add-import.ts'
import { readImport } from './import.reads.ts'
import { lookAtImport } from './look-at-import.ts'
import { startImport } from './start-import.ts'

const ROWS = 4_000
/** Longer than a dead worker's job stays its own, ms. */
const LATER = 120_000

let database: TestDatabase
let core: Core
beforeAll(async () => {
  database = await testDatabase()
  core = await composeCore(testSettings(database.dataDir, database.url))
})
afterAll(async () => {
  await core.close()
  await database.drop()
})

it('goes on after its process was killed in the middle: nothing is lost, nothing is doubled', async () => {
  const { owner, teamId } = await people(core.app).workspace()
  const lines = Array.from({ length: ROWS }, (_, i) => `Post ${i},A text`)
  const bytes = Buffer.from(['Title,Text', ...lines].join('\n'))
  const { id: importId } = await addImport(owner, { bytes, name: 'plan.csv' })
  const { look } = await lookAtImport(owner, importId)
  await perform(owner, startImport, { importId, teamId, plan: look?.plan })
  const run = async () => (await readImport(owner, importId)).run
  const [first, second] = await Promise.all([startWorker(database), startWorker(database)])
  try {
    first.send({ go: 0 })
    await until(async () => (await run()).done > 0, 60_000)
    await killWorker(first)
    const at = await run()
    expect(at.state).toBe('running')
    expect(at.done).toBeLessThan(ROWS)
    expect(at.made).toBe(at.done)
    second.send({ go: LATER })
    await until(async () => (await run()).state === 'done', 120_000)
  } finally {
    await killWorker(second)
    if (first.exitCode === null && first.signalCode === null) await killWorker(first)
  }
  expect(await run()).toMatchObject({ state: 'done', done: ROWS, made: ROWS, bad: 0 })
  const rows = await core.app.store.read.select().from(post).where(eq(post.workspaceId, owner.workspaceId))
  expect(rows).toHaveLength(ROWS)
  expect(new Set(rows.map((one) => one.title)).size).toBe(ROWS)
  const log = await core.app.store.read.select().from(event).where(eq(event.workspaceId, owner.workspaceId))
  const told = log.flatMap(({ type, data }) =>
    type === 'import.filled' ? (data as { posts: { id: string }[] }).posts.map((one) => one.id) : [],
  )
  expect(new Set(told).size).toBe(ROWS)
  expect(told).toHaveLength(ROWS)
}, 240_000)
