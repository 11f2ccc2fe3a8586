import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { job } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { readJobs } from './job.reads.ts'
import { dropJob, retryJob } from './parked-job.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function park(ctx: Ctx): Promise<string> {
  const id = newId()
  const row = { id, workspaceId: ctx.workspaceId, kind: 'test.kind', payload: {}, runAt: 5, attempts: 5 }
  await ctx.store.write((db) =>
    db
      .insert(job)
      .values({ ...row, state: 'parked', maxAttempts: 5, lastError: 'it broke', createdAt: 1, finishedAt: 9 })
      .then(() => undefined),
  )
  return id
}

it('lists parked work with its error, runs it again or gives it up', async () => {
  const { owner } = await core.workspace()
  const [first, second] = [await park(owner), await park(owner)]
  expect(await readJobs(owner)).toMatchObject({
    kinds: [{ kind: 'test.kind', parked: 2, waiting: 0 }],
    parked: [{ lastError: 'it broke' }, { lastError: 'it broke' }],
  })
  await retryJob(owner, { jobId: first })
  await dropJob(owner, { jobId: second })
  expect(await codeOf(dropJob(owner, { jobId: first }))).toBe('request.notFound')
  const rows = await owner.store.read.select().from(job).where(eq(job.workspaceId, owner.workspaceId))
  expect(rows).toMatchObject([{ id: first, state: 'pending', attempts: 0 }])
})

it('keeps out who may not manage jobs', async () => {
  const { owner } = await core.workspace()
  const jobId = await park(owner)
  const manager = await core.member(owner, 'manager')
  expect(await codeOf(retryJob(manager, { jobId }))).toBe('request.forbidden')
})
