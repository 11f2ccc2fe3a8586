import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { channelCount, snapshot } from '#db/schema.ts'
import type { ChannelRow } from '../channel/channel-io.ts'
import type { Tx } from '../core/transact.ts'
import type { Profile } from '../network/connector.ts'
import { CHANNEL_EVERY } from './look.rules.ts'

/** Keeps how many follow a channel now, as a snapshot when it changed; they are asked for again in an hour. */
export async function keepProfile(tx: Tx, channel: ChannelRow, profile: Profile): Promise<void> {
  const { workspaceId, id: channelId } = channel
  const at = and(eq(channelCount.workspaceId, workspaceId), eq(channelCount.channelId, channelId))
  const [before] = await tx.db.select().from(channelCount).where(at)
  const { followers } = profile
  const told = typeof followers === 'number' && Number.isFinite(followers) && followers >= 0
  const now = { nextAt: tx.now + CHANNEL_EVERY, collectedAt: tx.now, ...(told && { followers }) }
  await tx.db
    .insert(channelCount)
    .values({ workspaceId, channelId, ...now })
    .onConflictDoUpdate({ target: channelCount.channelId, set: now })
  if (!told || before?.followers === followers) return
  await tx.db
    .insert(snapshot)
    .values({
      id: newId(),
      workspaceId,
      channelId,
      subject: 'channel',
      subjectId: channelId,
      metric: 'followers',
      value: followers,
      gain: followers - (before?.followers ?? followers),
      at: tx.now,
    })
    .onConflictDoNothing()
}
