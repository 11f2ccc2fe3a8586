import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { deliveryCount, partCount, snapshot } from '#db/schema.ts'
import type { ChannelRow } from '../channel/channel-io.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { Counts, PostMetric } from '../network/connector.ts'
import { nextLook } from './look.rules.ts'
import { addsOver, metricName } from './metric.rules.ts'

type Channel = Pick<ChannelRow, 'id' | 'workspaceId' | 'teamId'>
type Totals = Record<string, number>

/**
 * Keeps what a network counted of our posts: a snapshot where a number changed, an event with the sums when any did.
 * Counts of what is not ours are passed over. Safe to repeat; an older answer that comes later only replaces.
 */
export async function keepCounts(tx: Tx, channel: Channel, counts: readonly Counts[]): Promise<void> {
  const known = await partsNamed(tx, channel, counts)
  if (!known.length) return
  const byRemote = new Map(counts.map((one) => [one.remoteId, one.values]))
  const deliveryIds = [...new Set(known.map((part) => part.deliveryId))]
  const parts = await tx.db
    .select()
    .from(partCount)
    .where(and(eq(partCount.workspaceId, channel.workspaceId), inArray(partCount.deliveryId, deliveryIds)))
    // Ids are made in the order of the thread.
    .orderBy(asc(partCount.id))
  for (const part of parts) {
    const said = byRemote.get(part.remoteId)
    if (!said) continue
    part.counts = { ...part.counts, ...sensible(said) }
    await tx.db
      .update(partCount)
      .set({ counts: part.counts })
      .where(and(eq(partCount.workspaceId, channel.workspaceId), eq(partCount.id, part.id)))
  }
  const rows = await tx.db
    .select()
    .from(deliveryCount)
    .where(
      and(eq(deliveryCount.workspaceId, channel.workspaceId), inArray(deliveryCount.deliveryId, deliveryIds)),
    )
  const gains: Totals = {}
  let posts = 0
  for (const row of rows) {
    const thread = parts.filter((part) => part.deliveryId === row.deliveryId).map((part) => part.counts)
    const total = sumOf(
      thread.map((counts, index) => (index < thread.length - 1 ? lessOurs(counts) : counts)),
    )
    const changed = await snapshots(tx, channel, row, total)
    for (const [metric, gain] of Object.entries(changed)) gains[metric] = (gains[metric] ?? 0) + gain
    if (Object.keys(changed).length) posts++
    await tx.db
      .update(deliveryCount)
      .set({
        total: { ...row.total, ...total },
        collectedAt: tx.now,
        nextAt: nextLook(row.sentAt, tx.now),
      })
      .where(
        and(eq(deliveryCount.workspaceId, channel.workspaceId), eq(deliveryCount.deliveryId, row.deliveryId)),
      )
  }
  if (posts)
    emit(
      tx,
      'metric.collected',
      { channelId: channel.id, posts, gains },
      { subjectId: channel.id, audience: { permission: 'dashboard:read', teamId: channel.teamId } },
    )
}

async function partsNamed(tx: Tx, channel: Channel, counts: readonly Counts[]) {
  if (!counts.length) return []
  return tx.db
    .select({ deliveryId: partCount.deliveryId })
    .from(partCount)
    .where(
      and(
        eq(partCount.workspaceId, channel.workspaceId),
        eq(partCount.channelId, channel.id),
        inArray(
          partCount.remoteId,
          counts.map((one) => one.remoteId),
        ),
      ),
    )
}

/** Writes what changed of one delivery and gives the gains by metric. */
async function snapshots(
  tx: Tx,
  channel: Channel,
  row: typeof deliveryCount.$inferSelect,
  total: Totals,
): Promise<Totals> {
  const gains: Totals = {}
  for (const [metric, value] of Object.entries(total)) {
    const gain = value - (row.total[metric] ?? 0)
    if (!gain) continue
    gains[metric] = gain
    await tx.db
      .insert(snapshot)
      .values({
        id: newId(),
        workspaceId: channel.workspaceId,
        channelId: channel.id,
        subject: 'delivery',
        subjectId: row.deliveryId,
        metric,
        value,
        gain,
        at: tx.now,
      })
      // Twice in the same millisecond: one point, with both gains.
      .onConflictDoUpdate({
        target: [snapshot.subjectId, snapshot.metric, snapshot.at],
        set: { value, gain: sql`${snapshot.gain} + ${gain}` },
      })
  }
  return gains
}

/** Numbers of metrics that we know; a network that answers nonsense changes nothing. */
function sensible(values: Counts['values']): Totals {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        metricName.safeParse(name).success && name !== 'engagements' && Number.isFinite(value) && value >= 0,
    ),
  )
}

/** The next part of our own thread is an answer too as networks count: it is not one of people. */
function lessOurs(counts: Totals): Totals {
  return counts.comments === undefined ? counts : { ...counts, comments: Math.max(0, counts.comments - 1) }
}

/** Over the parts of a thread: what may be added is, of people counted once the most is kept. */
function sumOf(parts: readonly Totals[]): Totals {
  const total: Totals = {}
  for (const counts of parts)
    for (const [metric, value] of Object.entries(counts)) {
      const before = total[metric] ?? 0
      total[metric] = addsOver(metric as PostMetric, 'things') ? before + value : Math.max(before, value)
    }
  return total
}
