import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { delivery, deliveryCount, partCount, snapshot } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { COUNTED_FOR } from './look.rules.ts'

const BATCH = 200

/** Sent deliveries of a channel that nobody counts yet begin to be counted, at once. Gives how many. */
export async function adoptDeliveries(tx: Tx, channelId: string): Promise<number> {
  const { workspaceId } = tx.ctx
  const rows = await tx.db
    .select({ id: delivery.id, sentAt: delivery.sentAt, remote: delivery.remote })
    .from(delivery)
    .leftJoin(deliveryCount, eq(deliveryCount.deliveryId, delivery.id))
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.channelId, channelId),
        eq(delivery.state, 'sent'),
        gt(delivery.sentAt, tx.now - COUNTED_FOR),
        isNull(deliveryCount.deliveryId),
      ),
    )
    .limit(BATCH)
  if (!rows.length) return 0
  const totals = await lastValues(
    tx,
    rows.map(({ id }) => id),
  )
  for (const { id, sentAt, remote } of rows) {
    const parts = remoteIds(remote)
    await tx.db.insert(deliveryCount).values({
      deliveryId: id,
      workspaceId,
      channelId,
      sentAt: sentAt ?? tx.now,
      total: totals.get(id) ?? {},
      nextAt: parts.length ? tx.now : null,
    })
    if (parts.length)
      await tx.db
        .insert(partCount)
        .values(
          parts.map((remoteId) => ({
            id: newId(),
            workspaceId,
            channelId,
            deliveryId: id,
            remoteId,
            counts: {},
          })),
        )
        .onConflictDoNothing()
  }
  return rows.length
}

/** What each part became on the network, as publishing stored it. */
function remoteIds(remote: unknown): string[] {
  const parts: unknown[] = Array.isArray(remote) ? remote : []
  const ids = parts.flatMap((part) =>
    typeof part === 'object' && part !== null && 'remoteId' in part && typeof part.remoteId === 'string'
      ? [part.remoteId]
      : [],
  )
  return [...new Set(ids)]
}

/** Where the snapshots of deliveries stand that were counted before (the demo, an import). */
async function lastValues(tx: Tx, ids: string[]): Promise<Map<string, Record<string, number>>> {
  const rows = await tx.db
    .select({ id: snapshot.subjectId, metric: snapshot.metric, value: snapshot.value })
    .from(snapshot)
    .where(and(eq(snapshot.workspaceId, tx.ctx.workspaceId), inArray(snapshot.subjectId, ids)))
    .orderBy(asc(snapshot.at))
  const last = new Map<string, Record<string, number>>()
  for (const { id, metric, value } of rows) {
    const values = last.get(id) ?? {}
    values[metric] = value
    last.set(id, values)
  }
  return last
}
