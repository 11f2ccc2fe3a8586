import { and, asc, count, desc, eq, gt, min } from 'drizzle-orm'
import { job } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'

const DAY = 86_400_000
const PAGE = 100

/** The workspace's background work: counts by kind (done: of the last day), what is parked and why, what runs next. */
export async function readJobs(ctx: Ctx) {
  const mine = eq(job.workspaceId, ctx.workspaceId)
  const now = ctx.now()
  const [waiting, done, parked, next] = await Promise.all([
    ctx.store.read
      .select({ kind: job.kind, state: job.state, n: count(), nextAt: min(job.runAt) })
      .from(job)
      .where(mine)
      .groupBy(job.kind, job.state),
    ctx.store.read
      .select({ kind: job.kind, n: count() })
      .from(job)
      .where(and(mine, eq(job.state, 'done'), gt(job.finishedAt, now - DAY)))
      .groupBy(job.kind),
    ctx.store.read
      .select({
        id: job.id,
        kind: job.kind,
        attempts: job.attempts,
        lastError: job.lastError,
        finishedAt: job.finishedAt,
      })
      .from(job)
      .where(and(mine, eq(job.state, 'parked')))
      .orderBy(desc(job.finishedAt))
      .limit(PAGE),
    ctx.store.read
      .select({
        id: job.id,
        kind: job.kind,
        runAt: job.runAt,
        attempts: job.attempts,
        maxAttempts: job.maxAttempts,
        lastError: job.lastError,
      })
      .from(job)
      .where(and(mine, eq(job.state, 'pending')))
      .orderBy(asc(job.runAt))
      .limit(20),
  ])
  const kinds = [...new Set(waiting.map((row) => row.kind))].sort()
  const of = (kind: string, state: 'pending' | 'parked') =>
    waiting.find((row) => row.kind === kind && row.state === state)
  return {
    kinds: kinds.map((kind) => ({
      kind,
      waiting: of(kind, 'pending')?.n ?? 0,
      parked: of(kind, 'parked')?.n ?? 0,
      done: done.find((row) => row.kind === kind)?.n ?? 0,
      nextAt: of(kind, 'pending')?.nextAt ?? null,
    })),
    parked,
    next,
  }
}
