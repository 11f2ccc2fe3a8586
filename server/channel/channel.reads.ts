import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { channel } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may, teamsWith } from '../member/permission.rules.ts'
import { NETWORKS } from '../network/network.rules.ts'
import { CONNECTORS } from '../network/registry.ts'
import { notFound } from '../platform/problem.ts'
import type { ChannelRow } from './channel-io.ts'
import { type ChannelView, viewOf } from './channel-view.rules.ts'

/** The channels of the teams one may read by network and name, without those that were removed. */
export async function readChannels(ctx: Ctx): Promise<ChannelView[]> {
  const teams = teamsWith(ctx.grants, 'channel:read')
  const rows = await ctx.store.read
    .select()
    .from(channel)
    .where(
      and(
        eq(channel.workspaceId, ctx.workspaceId),
        isNull(channel.removedAt),
        teams === 'all' ? undefined : inArray(channel.teamId, teams),
      ),
    )
    .orderBy(asc(channel.network), asc(channel.name), asc(channel.id))
  return rows.map(viewOf)
}

/**
 * What a manager of a channel is shown besides: its flow, its public facts, and whether they may change it. Another
 * team's is `request.notFound`.
 */
export async function readChannel(ctx: Ctx, channelId: string) {
  const row = await channelRow(ctx, channelId)
  if (!may(ctx.grants, 'channel:read', row.teamId)) throw notFound()
  const teams = teamsWith(ctx.grants, 'channel:manage')
  return {
    channel: viewOf(row),
    flow: row.flow,
    facts: row.facts,
    ingestedAt: row.ingestedAt,
    mayManage: teams === 'all' || teams.includes(row.teamId),
  }
}

/** The row itself; `request.notFound` when the workspace has no such channel. */
export async function channelRow(
  ctx: Pick<Ctx, 'workspaceId' | 'store'>,
  channelId: string,
): Promise<ChannelRow> {
  const [row] = await ctx.store.read
    .select()
    .from(channel)
    .where(
      and(eq(channel.workspaceId, ctx.workspaceId), eq(channel.id, channelId), isNull(channel.removedAt)),
    )
  if (!row) throw notFound()
  return row
}

/** The networks that can be connected, with the fields their dialog asks for. */
export function readNetworks() {
  return CONNECTORS.map(({ network, auth }) => ({
    network,
    ...NETWORKS[network],
    fields: auth.fields.map(({ name, type, required, initial, example }) => ({
      name,
      type,
      required,
      initial: initial ?? '',
      example: example ?? '',
    })),
  }))
}
