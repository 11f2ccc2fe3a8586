import { and, eq } from 'drizzle-orm'
import { channel } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { tell } from './tell-channel.ts'

/** The network no longer accepts the channel's access: says so to everybody, once. A new login mends it. */
export async function expireChannel(tx: Tx, channelId: string, reason: string): Promise<void> {
  const [row] = await tx.db
    .update(channel)
    .set({ status: 'expired', statusReason: reason.slice(0, 300) })
    .where(
      and(
        eq(channel.workspaceId, tx.ctx.workspaceId),
        eq(channel.id, channelId),
        eq(channel.status, 'connected'),
      ),
    )
    .returning()
  if (row) tell(tx, 'channel.expired', row)
}
