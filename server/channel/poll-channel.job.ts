import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { channel, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { enqueue, insertJob } from '../job/enqueue.ts'
import { job, RunAgain } from '../job/job.ts'
import { networkId } from '../network/network.rules.ts'
import { isNetworkProblem } from '../network/network-problem.ts'
import { connectorOf } from '../network/registry.ts'
import { asProblem } from '../platform/problem.ts'
import { RECEIVERS } from '../receivers.ts'
import { channelRow } from './channel.reads.ts'
import { channelIo } from './channel-io.ts'
import { expireChannel } from './expire-channel.ts'

/** Fetches everything new of a channel, page by page, and hands it to the receivers. */
export const pollChannel = job({
  kind: 'channel.poll',
  payload: z.object({ channelId: z.string() }),
  leaseMs: 120_000,
  async run({ channelId }, { app, workspaceId, extend, stopping }) {
    if (!workspaceId || RECEIVERS.length === 0) return
    for (;;) {
      const more = await pollPage(app, workspaceId, channelId)
      if (!more || stopping()) return
      await extend()
    }
  },
})

async function pollPage(app: App, workspaceId: string, channelId: string): Promise<boolean> {
  const row = await channelRow({ workspaceId, store: app.store }, channelId).catch((error: unknown) => {
    if (asProblem(error)?.code !== 'request.notFound') throw error
    return null
  })
  const connector = row && connectorOf(networkId.parse(row.network))
  if (row?.status !== 'connected' || !connector) return false
  const cursor = (row.ingestCursor as string | null) ?? null
  const page = await connector.ingest(cursor, channelIo(app, row)).catch(async (error: unknown) => {
    if (!isNetworkProblem(error)) throw error
    if (error.kind === 'rate_limited') throw new RunAgain(error.retryAt ?? app.now() + 60_000)
    if (error.kind === 'auth_expired')
      await transact(await systemCtx(app, workspaceId), (tx) => expireChannel(tx, channelId, error.detail))
    else app.log.warn({ workspaceId, channelId, kind: error.kind, detail: error.detail }, 'could not poll')
    return null
  })
  if (!page) return false
  return transact(await systemCtx(app, workspaceId), async (tx) => {
    const here = and(eq(channel.workspaceId, workspaceId), eq(channel.id, channelId))
    const [now] = await tx.db.select().from(channel).where(here)
    if (!now) return false
    // Another poll of the same channel was faster: go on from where it came to, for this one may have seen more.
    if (((now.ingestCursor as string | null) ?? null) !== cursor) return true
    for (const receive of RECEIVERS) await receive(tx, now, page)
    await tx.db.update(channel).set({ ingestCursor: page.cursor, ingestedAt: tx.now }).where(here)
    return page.more
  })
}

/** Polls a channel at once. No key: a poll that is running already may have looked before this change. */
export async function pollSoon(tx: Tx, channelId: string): Promise<void> {
  await enqueue(tx, pollChannel, { channelId })
}

/** Every minute: a poll for each connected channel that has none waiting. */
export const pollChannels = job({
  kind: 'channel.pollAll',
  payload: z.object({}),
  maxAttempts: 1,
  async run(_payload, { app }) {
    if (RECEIVERS.length === 0) return
    const workspaces = await app.store.read.select({ id: workspace.id }).from(workspace)
    const ids = workspaces.map(({ id }) => id)
    const rows = await app.store.read
      .select({ id: channel.id, workspaceId: channel.workspaceId })
      .from(channel)
      .where(
        and(inArray(channel.workspaceId, ids), eq(channel.status, 'connected'), isNull(channel.removedAt)),
      )
    const now = app.now()
    await app.store.write(async (db) => {
      for (const { id, workspaceId } of rows) {
        await insertJob(db, pollChannel, { channelId: id }, { workspaceId, now, key: id })
      }
    })
    app.signal.send('jobsAdded')
  },
})
