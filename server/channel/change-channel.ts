import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { channel, team } from '#db/schema.ts'
import { checkApprovers } from '../approval/check-approvers.ts'
import { flow } from '../approval/flow.rules.ts'
import { moveConversations } from '../conversation/move-conversations.ts'
import { permit } from '../core/ctx.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { may } from '../member/permission.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { channelSettings } from './channel.rules.ts'
import { tell } from './tell-channel.ts'

/** Changes what people set about a channel: name, team, zone, cadence, and (with its own permission) the flow. */
export const changeChannel = verb({
  name: 'channel.change',
  permission: 'channel:manage',
  input: z.object({
    channelId: z.string(),
    ...channelSettings.partial().shape,
    cadence: channelSettings.shape.cadence.removeDefault().optional(),
    flow: flow.optional(),
  }),
  async run(ctx, { channelId, teamId, name, zone, cadence, flow }) {
    return transact(ctx, async (tx) => {
      const here = and(
        eq(channel.workspaceId, ctx.workspaceId),
        eq(channel.id, channelId),
        isNull(channel.removedAt),
      )
      const [row] = await tx.db.select().from(channel).where(here)
      if (!row || !may(ctx.grants, 'channel:read', row.teamId)) throw notFound()
      permit(ctx, 'channel:manage', row.teamId)
      if (flow) {
        permit(ctx, 'approval:manage', row.teamId)
        await checkApprovers(tx, flow)
      }
      if (teamId && teamId !== row.teamId) {
        permit(ctx, 'channel:manage', teamId)
        const [home] = await tx.db
          .select({ id: team.id })
          .from(team)
          .where(and(eq(team.workspaceId, ctx.workspaceId), eq(team.id, teamId), isNull(team.archivedAt)))
        if (!home) throw new Problem('request.notFound', { status: 404, field: 'teamId' })
      }
      const [after] = await tx.db
        .update(channel)
        .set({
          name: name ?? row.name,
          teamId: teamId ?? row.teamId,
          zone: zone ?? row.zone,
          flow: flow ?? row.flow,
          ...(cadence !== undefined && {
            cadenceMin: cadence?.min ?? null,
            cadenceMax: cadence?.max ?? null,
          }),
        })
        .where(here)
        .returning()
      if (after) tell(tx, 'channel.changed', after, row.teamId)
      if (after && after.teamId !== row.teamId)
        await moveConversations(tx, { channelId, from: row.teamId, to: after.teamId })
      return { id: channelId }
    })
  },
})
