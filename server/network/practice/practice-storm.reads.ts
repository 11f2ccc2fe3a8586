import { and, count, eq, like } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { job, practiceEntry } from '#db/schema.ts'
import { stormPayload, stormPractice } from './storm-practice.job.ts'

/** What a running storm was asked for; null when it is calm. */
export async function stormJob(db: Db, workspaceId: string, channelId: string) {
  const [row] = await db
    .select({ payload: job.payload })
    .from(job)
    .where(
      and(
        eq(job.workspaceId, workspaceId),
        eq(job.kind, stormPractice.kind),
        eq(job.key, channelId),
        eq(job.state, 'pending'),
      ),
    )
  return row ? stormPayload.parse(row.payload) : null
}

/** How far the storm over a channel is; null when it is calm. */
export async function readStorm(db: Db, workspaceId: string, channelId: string) {
  const running = await stormJob(db, workspaceId, channelId)
  if (!running) return null
  const { stormId, messages, seconds, startedAt, pageId } = running
  const [said] = await db
    .select({ value: count() })
    .from(practiceEntry)
    .where(
      and(
        eq(practiceEntry.workspaceId, workspaceId),
        eq(practiceEntry.pageId, pageId),
        like(practiceEntry.key, `storm:${stormId}:%`),
      ),
    )
  return { stormId, messages, seconds, startedAt, said: said?.value ?? 0 }
}
export type StormProgress = NonNullable<Awaited<ReturnType<typeof readStorm>>>
