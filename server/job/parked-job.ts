import { and, eq, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { job } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'

const input = z.object({ jobId: z.string() })
const parked = (ctx: Ctx, jobId: string): SQL | undefined =>
  and(eq(job.workspaceId, ctx.workspaceId), eq(job.id, jobId), eq(job.state, 'parked'))

/** Runs a parked job again at once, with all its tries. */
export const retryJob = verb({
  name: 'job.retry',
  permission: 'job:manage',
  input,
  async run(ctx, { jobId }) {
    return transact(ctx, async (tx) => {
      const [row] = await tx.db
        .update(job)
        .set({ state: 'pending', attempts: 0, runAt: tx.now, finishedAt: null })
        .where(parked(ctx, jobId))
        .returning({ kind: job.kind })
      if (!row) throw notFound()
      tx.jobsAdded = true
      const audience = { permission: 'job:manage' } as const
      emit(tx, 'job.retried', { id: jobId, kind: row.kind }, { subjectId: jobId, audience })
      return { id: jobId }
    })
  },
})

/** Gives a parked job up. */
export const dropJob = verb({
  name: 'job.drop',
  permission: 'job:manage',
  input,
  async run(ctx, { jobId }) {
    return transact(ctx, async (tx) => {
      const [row] = await tx.db.delete(job).where(parked(ctx, jobId)).returning({ kind: job.kind })
      if (!row) throw notFound()
      const audience = { permission: 'job:manage' } as const
      emit(tx, 'job.dropped', { id: jobId, kind: row.kind }, { subjectId: jobId, audience })
      return { id: jobId }
    })
  },
})
