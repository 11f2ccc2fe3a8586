import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { job as jobTable } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import type { JobKind } from './job.ts'

interface When {
  /** Epoch milliseconds; default now. */
  runAt?: number
  /** At most one pending job of the kind has this key; a second request is dropped. */
  key?: string
}

/** Adds a job to the change that wants it. */
export async function enqueue<S extends z.ZodType>(
  tx: Tx,
  kind: JobKind<S>,
  payload: z.input<S>,
  when: When = {},
) {
  await insertJob(tx.db, kind, payload, { workspaceId: tx.ctx.workspaceId, now: tx.now, ...when })
  tx.jobsAdded = true
}

/** The row alone, for chores that no workspace wants. */
export async function insertJob<S extends z.ZodType>(
  db: Db,
  kind: JobKind<S>,
  payload: z.input<S>,
  { workspaceId, now, runAt, key }: When & { workspaceId: string | null; now: number },
) {
  await db
    .insert(jobTable)
    .values({
      id: newId(),
      workspaceId,
      kind: kind.kind,
      payload: kind.payload.parse(payload),
      runAt: runAt ?? now,
      key: key ?? null,
      state: 'pending',
      maxAttempts: kind.maxAttempts,
      createdAt: now,
    })
    .onConflictDoNothing()
}

/** Takes back a pending job by its key. A job that is running already is not stopped. */
export async function withdraw(tx: Tx, kind: JobKind, key: string) {
  await tx.db
    .delete(jobTable)
    .where(
      and(eq(jobTable.workspaceId, tx.ctx.workspaceId), eq(jobTable.kind, kind.kind), eq(jobTable.key, key)),
    )
}
