import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { channel, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { enqueue, insertJob } from '../job/enqueue.ts'
import { job, RunAgain } from '../job/job.ts'
import { networkId } from '../network/network-id.rules.ts'
import { isNetworkProblem } from '../network/network-problem.ts'
import { connectorOf } from '../network/registry.ts'
import { RECEIVERS } from '../receivers.ts'
import { type ChannelRow, channelIo } from './channel-io.ts'
import { expireChannel } from './expire-channel.ts'

/** How often a channel is looked at, ms: what is said there is here within 15 s. */
const EVERY = 10_000
/** The same after a network did not answer, ms. */
const AFTER_TROUBLE = 30_000
/** "As of" is kept to this, ms, when nothing has come: no write for every look. */
const AS_OF = 60_000

/**
 * Fetches everything new of a channel, page by page, and hands it to the receivers. A standing poll does so for as
 * long as the channel is connected: one row that runs again and again.
 */
export const pollChannel = job({
  kind: 'channel.poll',
  payload: z.object({ channelId: z.string(), standing: z.boolean().default(false) }),
  maxAttempts: 1,
  leaseMs: 120_000,
  async run({ channelId, standing }, { app, workspaceId, extend, stopping }) {
    if (!workspaceId || RECEIVERS.length === 0) return
    for (;;) {
      const came = await pollPage(app, workspaceId, channelId)
      if (came === 'more' && !stopping()) {
        await extend()
        continue
      }
      if (came === 'gone' || !standing) return
      throw new RunAgain(app.now() + (came === 'trouble' ? AFTER_TROUBLE : EVERY))
    }
  },
})

/** How one look ended: there is more; all is here; the network did not answer; the channel is not connected. */
type Look = 'more' | 'done' | 'trouble' | 'gone'

async function pollPage(app: App, workspaceId: string, channelId: string): Promise<Look> {
  const here = and(eq(channel.workspaceId, workspaceId), eq(channel.id, channelId))
  const [row] = await app.store.read.select().from(channel).where(here)
  const connector = row && connectorOf(networkId.parse(row.network))
  if (!connector || row.status !== 'connected' || row.removedAt !== null) return 'gone'
  const cursor = row.ingestCursor?.at ?? null
  const io = channelIo(app, row, AbortSignal.timeout(60_000))
  const page = await connector.ingest(cursor, io).catch((error: unknown) => trouble(app, row, error))
  if (typeof page === 'string') return page
  const news = page.items.length > 0 || page.counts.length > 0 || page.cursor !== cursor
  if (!news && app.now() - (row.ingestedAt ?? 0) < AS_OF) return page.more ? 'more' : 'done'
  return transact(await systemCtx(app, workspaceId), async (tx) => {
    const [now] = await tx.db.select().from(channel).where(here)
    if (!now) return 'gone'
    // Another poll of the same channel was faster: go on from where it came to, for this one may have seen more.
    if ((now.ingestCursor?.at ?? null) !== cursor) return 'more'
    for (const receive of RECEIVERS) await receive(tx, now, page)
    await tx.db
      .update(channel)
      .set({ ingestCursor: { at: page.cursor }, ingestedAt: tx.now })
      .where(here)
    return page.more ? 'more' : 'done'
  })
}

/** What follows an error of the network: waiting as told, a new login asked for, or another try later. */
async function trouble(app: App, row: ChannelRow, error: unknown): Promise<Look> {
  if (!isNetworkProblem(error)) throw error
  const { workspaceId, id: channelId } = row
  if (error.kind === 'rateLimited') throw new RunAgain(error.retryAt ?? app.now() + 60_000)
  if (error.kind === 'authExpired') {
    await transact(await systemCtx(app, workspaceId), (tx) => expireChannel(tx, channelId, error.detail))
    return 'gone'
  }
  app.log.warn({ workspaceId, channelId, kind: error.kind, detail: error.detail }, 'could not poll')
  return 'trouble'
}

/** Polls a channel at once. No key: a poll that is running already may have looked before this change. */
export async function pollSoon(tx: Tx, channelId: string): Promise<void> {
  await enqueue(tx, pollChannel, { channelId })
}

/** Looks at a channel from now on; one that is looked at already stays as it is. */
export async function watchChannel(tx: Tx, channelId: string): Promise<void> {
  await enqueue(tx, pollChannel, { channelId, standing: true }, { key: channelId })
}

/** Every minute: a standing poll for each connected channel that has none. */
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
        await insertJob(db, pollChannel, { channelId: id, standing: true }, { workspaceId, now, key: id })
      }
    })
    app.signal.send('jobsAdded')
  },
})
