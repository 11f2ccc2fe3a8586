import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { channel, channelCount, delivery, deliveryCount, partCount, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import { channelRow } from '../channel/channel.reads.ts'
import { type ChannelRow, channelIo } from '../channel/channel-io.ts'
import { expireChannel } from '../channel/expire-channel.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { transact } from '../core/transact.ts'
import { insertJob } from '../job/enqueue.ts'
import { job, RunAgain } from '../job/job.ts'
import { networkId } from '../network/network-id.rules.ts'
import { isNetworkProblem } from '../network/network-problem.ts'
import { connectorOf } from '../network/registry.ts'
import { asProblem } from '../platform/problem.ts'
import { adoptDeliveries } from './adopt-deliveries.ts'
import { keepCounts } from './keep-counts.ts'
import { keepProfile } from './keep-profile.ts'
import { COUNTED_FOR, nextLook } from './look.rules.ts'

/** Posts asked about in one go. */
const BATCH = 50

/** Asks a channel's network what is due: counts of its posts, followers. Waits as long as a limited network says. */
export const collectMetrics = job({
  kind: 'metric.collect',
  payload: z.object({ channelId: z.string() }),
  leaseMs: 120_000,
  async run({ channelId }, { app, workspaceId, extend, stopping }) {
    if (!workspaceId) return
    const row = await channelRow({ workspaceId, store: app.store }, channelId).catch((error: unknown) => {
      if (asProblem(error)?.code !== 'request.notFound') throw error
      return null
    })
    const connector = row && connectorOf(networkId.parse(row.network))
    if (row?.status !== 'connected' || !connector) return
    const ctx = await systemCtx(app, workspaceId)
    while ((await transact(ctx, (tx) => adoptDeliveries(tx, channelId))) > 0) await extend()
    const io = channelIo(app, row)
    try {
      if (await profileDue(app, row)) {
        const profile = await connector.profile(io)
        await transact(ctx, (tx) => keepProfile(tx, row, profile))
      }
      while (!stopping()) {
        const due = await dueParts(app, row)
        if (!due.deliveryIds.length) return
        const counts = await connector.metrics(due.remoteIds, io)
        await transact(ctx, async (tx) => {
          await keepCounts(tx, row, counts)
          // What is gone from the network is not asked for at once again.
          for (const one of due.rows)
            await tx.db
              .update(deliveryCount)
              .set({ nextAt: nextLook(one.sentAt, tx.now) })
              .where(
                and(
                  eq(deliveryCount.workspaceId, workspaceId),
                  eq(deliveryCount.deliveryId, one.deliveryId),
                  lte(deliveryCount.nextAt, tx.now),
                ),
              )
        })
        await extend()
      }
    } catch (error) {
      if (!isNetworkProblem(error)) throw error
      if (error.kind === 'rateLimited') throw new RunAgain(error.retryAt ?? app.now() + 60_000)
      if (error.kind === 'authExpired')
        await transact(ctx, (tx) => expireChannel(tx, channelId, error.detail))
      else app.log.warn({ workspaceId, channelId, kind: error.kind, detail: error.detail }, 'could not count')
    }
  },
})

async function profileDue(app: App, row: ChannelRow): Promise<boolean> {
  const [known] = await app.store.read
    .select({ nextAt: channelCount.nextAt })
    .from(channelCount)
    .where(and(eq(channelCount.workspaceId, row.workspaceId), eq(channelCount.channelId, row.id)))
  return !known || known.nextAt <= app.now()
}

async function dueParts(app: App, row: ChannelRow) {
  const rows = await app.store.read
    .select({ deliveryId: deliveryCount.deliveryId, sentAt: deliveryCount.sentAt })
    .from(deliveryCount)
    .where(
      and(
        eq(deliveryCount.workspaceId, row.workspaceId),
        eq(deliveryCount.channelId, row.id),
        lte(deliveryCount.nextAt, app.now()),
      ),
    )
    .orderBy(asc(deliveryCount.nextAt))
    .limit(BATCH)
  const deliveryIds = rows.map((one) => one.deliveryId)
  const parts = deliveryIds.length
    ? await app.store.read
        .select({ remoteId: partCount.remoteId })
        .from(partCount)
        .where(and(eq(partCount.workspaceId, row.workspaceId), inArray(partCount.deliveryId, deliveryIds)))
    : []
  return { rows, deliveryIds, remoteIds: parts.map((one) => one.remoteId) }
}

/** Every minute: a collection for each connected channel that has something due and none waiting. */
export const collectAllMetrics = job({
  kind: 'metric.collectAll',
  payload: z.object({}),
  maxAttempts: 1,
  async run(_payload, { app }) {
    const now = app.now()
    const ids = (await app.store.read.select({ id: workspace.id }).from(workspace)).map(({ id }) => id)
    if (!ids.length) return
    const { read } = app.store
    const channels = await read
      .select({ id: channel.id, workspaceId: channel.workspaceId, nextAt: channelCount.nextAt })
      .from(channel)
      .leftJoin(channelCount, eq(channelCount.channelId, channel.id))
      .where(
        and(inArray(channel.workspaceId, ids), eq(channel.status, 'connected'), isNull(channel.removedAt)),
      )
    const due = await read
      .selectDistinct({ channelId: deliveryCount.channelId })
      .from(deliveryCount)
      .where(and(inArray(deliveryCount.workspaceId, ids), lte(deliveryCount.nextAt, now)))
    const fresh = await read
      .selectDistinct({ channelId: delivery.channelId })
      .from(delivery)
      .leftJoin(deliveryCount, eq(deliveryCount.deliveryId, delivery.id))
      .where(
        and(
          inArray(delivery.workspaceId, ids),
          eq(delivery.state, 'sent'),
          gt(delivery.sentAt, now - COUNTED_FOR),
          isNull(deliveryCount.deliveryId),
        ),
      )
    const wanted = new Set([...due, ...fresh].map(({ channelId }) => channelId))
    const chosen = channels.filter(({ id, nextAt }) => nextAt === null || nextAt <= now || wanted.has(id))
    if (!chosen.length) return
    await app.store.write(async (db) => {
      for (const { id, workspaceId } of chosen)
        await insertJob(db, collectMetrics, { channelId: id }, { workspaceId, now, key: id })
    })
    app.signal.send('jobsAdded')
  },
})
