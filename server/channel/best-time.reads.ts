import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { channel, deliveryCount, team } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import { ENGAGEMENT_PARTS } from '../metric/metric.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { addDays } from '../time/calendar.rules.ts'
import { type BestTimes, bestTimes, ENOUGH_POSTS, onDays, weekHourAt } from './best-time.rules.ts'

/** Posts looked at: the newest, so that habits of years ago do not count. */
const LOOKED_AT = 300
/** Hours of a channel that are drawn, and days for which they are. */
const DRAWN = 3
const MOST_DAYS = 14
/** Within the years that a calendar shows, and one that there is. */
const day = z.iso.date().regex(/^(19|20)/)

/** `zone` is that of the channel's team: the hours are its. */
export interface ChannelTimes extends BestTimes {
  channelId: string
  name: string
  network: string
  zone: string
}

/** The best hours of a channel as instants, epoch ms, and on what they rest. */
export interface ChannelHours {
  channelId: string
  /** `history`: of so many posts of its own; `default`: there are too few, `quiet`: nobody reacted to them. */
  basis: 'history' | 'default' | 'quiet'
  posts: number
  at: number[]
}

/** When posts of a channel did best, by the engagements they have had; not found for those who may not read it. */
export async function readBestTimes(ctx: Ctx, channelId: string): Promise<ChannelTimes> {
  const [one] = (await readableChannels(ctx)).filter((row) => row.channelId === channelId)
  if (!one) throw notFound()
  return timesOf(ctx, one)
}

/**
 * The three best hours of every channel one may read, where they fall between two days (`YYYY-MM-DD`, at most 14) of my
 * clocks. Problem: request.invalid.
 */
export async function readBestHours(ctx: Ctx, from: string, to: string): Promise<ChannelHours[]> {
  if (![from, to].every((one) => day.safeParse(one).success))
    throw new Problem('request.invalid', { status: 422 })
  // The days of another zone begin earlier or end later.
  const days = [addDays(from, -1)]
  while (days.length < MOST_DAYS + 2 && (days.at(-1) ?? '') <= to) days.push(addDays(days.at(-1) ?? from, 1))
  const found = []
  for (const one of await readableChannels(ctx)) {
    const { channelId, zone, hours, ...best } = await timesOf(ctx, one)
    const usual = best.posts < ENOUGH_POSTS ? ('default' as const) : ('quiet' as const)
    const basis = best.from === 'history' ? best.from : usual
    const at = onDays(hours.slice(0, DRAWN), zone, days)
    found.push({ channelId, basis, posts: best.posts, at })
  }
  return found
}

/** Channels of teams whose channels and posts one may read. */
async function readableChannels(ctx: Ctx) {
  const { name, network, teamId, id: channelId } = channel
  const rows = await ctx.store.read
    .select({ channelId, teamId, name, network, zone: team.zone })
    .from(channel)
    .innerJoin(team, eq(team.id, teamId))
    .where(and(eq(channel.workspaceId, ctx.workspaceId), isNull(channel.removedAt)))
  const reads = (one: { teamId: string }) =>
    may(ctx.grants, 'channel:read', one.teamId) && may(ctx.grants, 'post:read', one.teamId)
  return rows.filter(reads)
}

async function timesOf(
  ctx: Ctx,
  { channelId, name, network, zone }: Awaited<ReturnType<typeof readableChannels>>[number],
): Promise<ChannelTimes> {
  const rows = await ctx.store.read
    .select({ sentAt: deliveryCount.sentAt, total: deliveryCount.total })
    .from(deliveryCount)
    .where(and(eq(deliveryCount.workspaceId, ctx.workspaceId), eq(deliveryCount.channelId, channelId)))
    .orderBy(desc(deliveryCount.sentAt))
    .limit(LOOKED_AT)
  const sent = rows.map(({ sentAt, total }) => ({
    ...weekHourAt(sentAt, zone),
    engagements: ENGAGEMENT_PARTS.reduce((sum, part) => sum + (total[part] ?? 0), 0),
  }))
  return { channelId, name, network, zone, ...bestTimes(sent, network) }
}
