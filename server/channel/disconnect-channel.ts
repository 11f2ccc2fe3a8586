import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { channel, delivery } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { networkId } from '../network/network-id.rules.ts'
import { connectorOf } from '../network/registry.ts'
import { Problem } from '../platform/problem.ts'
import { channelRow } from './channel.reads.ts'
import { channelIo } from './channel-io.ts'
import { tell } from './tell-channel.ts'

/**
 * Ends the access to a profile here and, as far as it can be done, at the network. Asks first while posts are planned
 * on it: they then fail at their slot and say why. `remove` also takes the channel off the lists; its posts stay.
 */
export const disconnectChannel = verb({
  name: 'channel.disconnect',
  permission: 'channel:manage',
  input: z.object({
    channelId: z.string(),
    remove: z.boolean().default(false),
    confirmed: z.boolean().default(false),
  }),
  async run(ctx, { channelId, remove, confirmed }) {
    const before = await channelRow(ctx, channelId)
    permit(ctx, 'channel:manage', before.teamId)
    const io = channelIo(ctx.app, before, AbortSignal.timeout(5_000))
    const parting = await transact(ctx, async (tx) => {
      const planned = await tx.db
        .select({ n: count() })
        .from(delivery)
        .where(
          and(
            eq(delivery.workspaceId, ctx.workspaceId),
            eq(delivery.channelId, channelId),
            inArray(delivery.state, ['planned', 'preparing', 'sending']),
          ),
        )
      const posts = planned[0]?.n ?? 0
      if (posts && !confirmed)
        throw new Problem('channel.hasPlannedPosts', { status: 409, params: { posts } })
      const here = and(
        eq(channel.workspaceId, ctx.workspaceId),
        eq(channel.id, channelId),
        isNull(channel.removedAt),
      )
      const [old] = await tx.db.select({ sealed: channel.credentials }).from(channel).where(here)
      const [row] = await tx.db
        .update(channel)
        .set({
          status: 'disconnected',
          statusReason: null,
          credentials: null,
          renewingUntil: null,
          removedAt: remove ? tx.now : null,
        })
        .where(here)
        .returning()
      if (row && remove) {
        const audience = { permission: 'channel:read', teamId: row.teamId } as const
        emit(tx, 'channel.removed', { id: row.id, name: row.name }, { subjectId: row.id, audience })
      } else if (row) tell(tx, 'channel.disconnected', row)
      return old?.sealed ?? null
    })
    // The access has ended here whatever the network says; ending it there as well is a courtesy.
    const connector = connectorOf(networkId.parse(before.network))
    if (parting && connector) {
      const secret = JSON.parse(ctx.app.vault.open(parting, `${ctx.workspaceId}:${channelId}:credentials`))
      const secrets = { read: async () => secret, renew: async () => secret }
      await connector.auth.revoke({ ...io, secrets }).catch((error) => {
        ctx.app.log.warn({ err: error, channelId }, 'the access could not be ended at the network')
      })
    }
    return { id: channelId }
  },
})
