import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { job } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { insertJob } from './enqueue.ts'
import { KEPT_JOBS_MS, sweepJobs } from './sweep-jobs.job.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const NOW = Date.UTC(2031, 0, 1)

it('deletes what ended long ago, however much, and nothing else', async () => {
  core.setNow(NOW)
  await core.app.store.write(async (db) => {
    await db.delete(job)
  })
  const row = (kind: string, state: 'pending' | 'done' | 'parked', at: number) => ({
    id: newId(),
    workspaceId: null,
    kind,
    payload: {},
    runAt: at,
    state,
    attempts: 1,
    maxAttempts: 5,
    createdAt: at,
    finishedAt: state === 'pending' ? null : at,
    lockedUntil: state === 'pending' ? NOW + 1e12 : null,
  })
  const week = NOW - KEPT_JOBS_MS.done
  const season = NOW - KEPT_JOBS_MS.parked
  const rows = [
    ...Array.from({ length: 1200 }, () => row('test.old', 'done', week - 1)),
    row('test.done', 'done', week + 1),
    row('test.parked', 'parked', week - 1),
    row('test.parkedOld', 'parked', season - 1),
    row('test.pending', 'pending', season - 1),
  ]
  await core.app.store.write(async (db) => {
    for (let from = 0; from < rows.length; from += 300)
      await db.insert(job).values(rows.slice(from, from + 300))
    await insertJob(db, sweepJobs, {}, { workspaceId: null, now: NOW })
  })
  await core.runner.drain()
  const left = await core.app.store.read.select({ kind: job.kind }).from(job).orderBy(job.kind)
  expect(left.map((one) => one.kind)).toEqual(['job.sweep', 'test.done', 'test.parked', 'test.pending'])
  const [swept] = await core.app.store.read.select().from(job).where(eq(job.kind, 'job.sweep'))
  expect(swept?.state).toBe('done')
})
