import { eq } from 'drizzle-orm'
import { workspace } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Period } from './comparison.rules.ts'
import { type Asked, type Counted, readGains, readReceived, readSent } from './count.reads.ts'
import {
  type ChannelRow,
  type DayRow,
  type Figures,
  type FiguresInput,
  noSums,
  spanFor,
} from './figures.rules.ts'
import { readResponseTime } from './response-time.reads.ts'
import { readScope } from './scope.reads.ts'
import { dayNumbered, daysOf, type Span } from './span.rules.ts'
import { readTopPosts } from './top-post.reads.ts'

/** Everything a dashboard shows, with the equal period before. Only of teams whose dashboards the reader may see. */
export async function readFigures(ctx: Ctx, input: FiguresInput): Promise<Figures> {
  const at = ctx.now()
  const zone = input.zone === 'mine' ? ctx.zone : await zoneOf(ctx)
  const span = spanFor(input, at, zone)
  const scope = await readScope(ctx, input)
  const asked: Asked = { span, channelIds: scope.channelIds, campaignId: input.campaign }
  const nothing = scope.channelIds.length === 0
  const [gains, sent, received, top, response] = nothing
    ? [[], [], [], [], { now: null, before: null }]
    : await Promise.all([
        readGains(ctx, asked, scope.parts),
        readSent(ctx, asked),
        readReceived(ctx, asked),
        readTopPosts(ctx, asked, scope.parts),
        readResponseTime(ctx, asked),
      ])
  return {
    at,
    countedAt: scope.countedAt,
    zone,
    firstDay: span.period.firstDay,
    lastDay: span.period.lastDay,
    ...arrange([...gains, ...sent, ...received], span),
    top,
    response,
    offered: scope.offered,
    parts: scope.parts,
    practice: scope.practice,
  }
}

async function zoneOf(ctx: Ctx): Promise<string> {
  const [row] = await ctx.store.read
    .select({ zone: workspace.zone })
    .from(workspace)
    .where(eq(workspace.id, ctx.workspaceId))
  return row?.zone ?? 'UTC'
}

/** Counts by day and by channel, of the period and of the one before. */
function arrange(counted: readonly Counted[], span: Span): Pick<Figures, 'days' | 'before' | 'channels'> {
  const empty = (period: Period): DayRow[] =>
    daysOf(period, span.zone).map((day) => ({ ...day, ...noSums() }))
  const days = empty(span.period)
  const before = empty(span.previous)
  const byDay = new Map([...days, ...before].map((row) => [row.day, row]))
  const channels = new Map<string, ChannelRow>()
  for (const { day, channelId, measure, value } of counted) {
    const row = byDay.get(dayNumbered(day))
    if (!row) continue
    row[measure] += value
    const channel = channels.get(channelId) ?? { id: channelId, now: noSums(), before: noSums() }
    channels.set(channelId, channel)
    channel[row.day >= span.period.firstDay ? 'now' : 'before'][measure] += value
  }
  const most = (a: ChannelRow, b: ChannelRow) =>
    b.now.engagements - a.now.engagements || b.now.received - a.now.received || (a.id < b.id ? -1 : 1)
  return { days, before, channels: [...channels.values()].sort(most) }
}
