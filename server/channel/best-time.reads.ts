import { and, desc, eq, isNull } from 'drizzle-orm'
import { channel, deliveryCount, team } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import { ENGAGEMENT_PARTS } from '../metric/metric.rules.ts'
import { notFound } from '../platform/problem.ts'
import { type BestTimes, bestTimes, weekHourAt } from './best-time.rules.ts'

/** Posts looked at: the newest, so that habits of years ago do not count. */
const LOOKED_AT = 300

/** `zone` is that of the channel's team: the hours are its. */
export interface ChannelTimes extends BestTimes {
  channelId: string
  name: string
  network: string
  zone: string
}

/** When posts of a channel did best, by the engagements they have had; not found for those who may not read it. */
export async function readBestTimes(ctx: Ctx, channelId: string): Promise<ChannelTimes> {
  const db = ctx.store.read
  const { workspaceId } = ctx
  const [one] = await db
    .select({ teamId: channel.teamId, name: channel.name, network: channel.network, zone: team.zone })
    .from(channel)
    .innerJoin(team, eq(team.id, channel.teamId))
    .where(and(eq(channel.workspaceId, workspaceId), eq(channel.id, channelId), isNull(channel.removedAt)))
  if (!one || !may(ctx.grants, 'channel:read', one.teamId) || !may(ctx.grants, 'post:read', one.teamId))
    throw notFound()
  const rows = await db
    .select({ sentAt: deliveryCount.sentAt, total: deliveryCount.total })
    .from(deliveryCount)
    .where(and(eq(deliveryCount.workspaceId, workspaceId), eq(deliveryCount.channelId, channelId)))
    .orderBy(desc(deliveryCount.sentAt))
    .limit(LOOKED_AT)
  const sent = rows.map(({ sentAt, total }) => ({
    ...weekHourAt(sentAt, one.zone),
    engagements: ENGAGEMENT_PARTS.reduce((sum, part) => sum + (total[part] ?? 0), 0),
  }))
  const { name, network, zone } = one
  return { channelId, name, network, zone, ...bestTimes(sent, network) }
}
