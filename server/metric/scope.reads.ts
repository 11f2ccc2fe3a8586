import { and, desc, eq, max } from 'drizzle-orm'
import { channel, channelCount, deliveryCount, snapshot, workspace } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import { NETWORKS, type NetworkId } from '../network/network.rules.ts'
import type { Figures, FiguresInput } from './figures.rules.ts'
import { commonMetrics, ENGAGEMENT_PARTS, type EngagementPart, type MetricName } from './metric.rules.ts'

/** The channels whose figures are added up for somebody, and what those have in common. */
export interface Scope {
  channelIds: string[]
  offered: MetricName[]
  parts: EngagementPart[]
  practice: Figures['practice']
  countedAt: number | null
}

const isPractice = (network: string) => NETWORKS[network as NetworkId]?.practice === true

/**
 * Which channels count: those of teams whose dashboards one may read, narrowed by the filters. Practice is left out
 * of company figures unless it is asked for or the whole workspace is a demo. Removed channels keep their past.
 */
export async function readScope(ctx: Ctx, input: FiguresInput): Promise<Scope> {
  const [house] = await ctx.store.read
    .select({ demo: workspace.demo })
    .from(workspace)
    .where(eq(workspace.id, ctx.workspaceId))
  const rows = await ctx.store.read
    .select({ id: channel.id, teamId: channel.teamId, network: channel.network })
    .from(channel)
    .where(eq(channel.workspaceId, ctx.workspaceId))
  const mine = rows.filter(
    (row) =>
      may(ctx.grants, 'dashboard:read', row.teamId) &&
      (!input.team || row.teamId === input.team) &&
      (!input.network || row.network === input.network) &&
      (!input.channel || row.id === input.channel),
  )
  const asked = house?.demo || input.practice || input.channel || (input.network && isPractice(input.network))
  const chosen = mine.filter((row) => asked || !isPractice(row.network))
  const offered = await offeredBy(ctx, chosen)
  const hasPractice = mine.some((row) => isPractice(row.network))
  return {
    channelIds: chosen.map(({ id }) => id),
    ...offered,
    practice: !hasPractice ? 'none' : house?.demo ? 'demo' : asked ? 'in' : 'out',
    countedAt: await lastCounted(ctx),
  }
}

/** What the networks of these channels tell: what their connectors promise, and what has been measured of them. */
async function offeredBy(ctx: Ctx, channels: { id: string; network: string }[]) {
  const lists = await Promise.all(
    channels.map(async ({ id, network }) => {
      const known = new Set<MetricName>(NETWORKS[network as NetworkId]?.counts)
      for (const metric of MEASURED)
        if (!known.has(metric) && (await hasAny(ctx, id, metric))) known.add(metric)
      return [...known]
    }),
  )
  const common = commonMetrics(lists)
  const parts = ENGAGEMENT_PARTS.filter((part) => common.includes(part))
  const rated = common.includes('impressions') && parts.length > 0
  const offered: MetricName[] = [
    ...common.filter((name) => name !== 'engagements' && name !== 'engagement_rate'),
    ...(parts.length ? (['engagements'] as const) : []),
    ...(rated ? (['engagement_rate'] as const) : []),
  ]
  return { offered, parts }
}

/** What of a post networks may tell, if they do not promise it. */
const MEASURED: readonly MetricName[] = ['impressions', ...ENGAGEMENT_PARTS]

async function hasAny(ctx: Ctx, channelId: string, metric: MetricName): Promise<boolean> {
  const rows = await ctx.store.read
    .select({ at: snapshot.at })
    .from(snapshot)
    .where(
      and(
        eq(snapshot.workspaceId, ctx.workspaceId),
        eq(snapshot.channelId, channelId),
        eq(snapshot.metric, metric),
      ),
    )
    .orderBy(desc(snapshot.at))
    .limit(1)
  return rows.length > 0
}

async function lastCounted(ctx: Ctx): Promise<number | null> {
  const [posts] = await ctx.store.read
    .select({ at: max(deliveryCount.collectedAt) })
    .from(deliveryCount)
    .where(eq(deliveryCount.workspaceId, ctx.workspaceId))
  const [channels] = await ctx.store.read
    .select({ at: max(channelCount.collectedAt) })
    .from(channelCount)
    .where(eq(channelCount.workspaceId, ctx.workspaceId))
  const known = [posts?.at, channels?.at].filter((at) => at !== null && at !== undefined)
  return known.length ? Math.max(...known) : null
}
