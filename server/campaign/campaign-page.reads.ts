import { and, eq, inArray, isNull } from 'drizzle-orm'
import { campaign, post, team } from '#db/schema.ts'
import { readHead } from '../core/at-head.ts'
import type { Ctx } from '../core/ctx.ts'
import { may, teamsWith } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import { STAGES } from '../post/stage.rules.ts'
import { dayKey } from '../time/calendar.rules.ts'
import { campaignPhase, type KpiTarget } from './campaign.rules.ts'
import { readKpis } from './kpi.reads.ts'
import { isOverdue, progressOf, timeGone } from './progress.rules.ts'
import { visibleCampaigns } from './visible-campaigns.ts'

/** Posts of one stage that the page shows; the board has them all. */
const SHOWN = 30

/** A campaign as its page shows it, read at `head`; "not found" for those who may not see it. Posts are those one may read. */
export async function readCampaignPage(ctx: Ctx, id: string) {
  const head = await readHead(ctx)
  const db = ctx.store.read
  const [found] = await db
    .select({ row: campaign, zone: team.zone, kind: team.kind })
    .from(campaign)
    .innerJoin(team, eq(team.id, campaign.teamId))
    .where(
      and(
        eq(campaign.workspaceId, ctx.workspaceId),
        eq(campaign.id, id),
        isNull(campaign.archivedAt),
        visibleCampaigns(db, ctx),
      ),
    )
  if (!found) throw notFound()
  const { row, zone, kind } = found
  const { teamId, name, goal, hue, startsOn, endsOn, brief, briefRevision } = row
  const targets = row.targets as KpiTarget[]
  const now = ctx.now()
  const today = dayKey(now, zone)
  const [posts, kpis] = await Promise.all([readPosts(ctx, id), readKpis(ctx, id, targets)])
  return {
    head,
    now,
    campaign: { id, teamId, name, goal, hue, startsOn, endsOn, targets, brief, briefRevision },
    budget:
      row.budget === null || row.currency === null ? null : { amount: row.budget, currency: row.currency },
    phase: campaignPhase(row, today),
    time: timeGone(row, today),
    progress: progressOf(posts, now),
    kpis,
    groups: STAGES.map((stage) => {
      const all = posts.filter((one) => one.stage === stage)
      const shown = all.slice(0, SHOWN).map((one) => ({ ...one, overdue: isOverdue(one, now) }))
      return { stage, count: all.length, posts: shown }
    }).filter(({ count }) => count > 0),
    central: kind === 'hq',
    can: {
      write: may(ctx.grants, 'campaign:write', teamId),
      publish: kind === 'hq' && may(ctx.grants, 'campaign:publish', teamId),
    },
  }
}
export type CampaignPage = Awaited<ReturnType<typeof readCampaignPage>>

/** The earliest send time first; what has none comes last. */
async function readPosts(ctx: Ctx, campaignId: string) {
  const teams = teamsWith(ctx.grants, 'post:read')
  const rows = await ctx.store.read
    .select({
      id: post.id,
      teamId: post.teamId,
      title: post.title,
      stage: post.stage,
      sendAt: post.sendAt,
      sendZone: post.sendZone,
      dueAt: post.dueAt,
      assigneeId: post.assigneeId,
    })
    .from(post)
    .where(
      and(
        eq(post.workspaceId, ctx.workspaceId),
        eq(post.campaignId, campaignId),
        isNull(post.archivedAt),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
      ),
    )
  const at = (one: { sendAt: number | null }) => one.sendAt ?? Number.POSITIVE_INFINITY
  return rows.sort((a, b) => (at(a) === at(b) ? (a.id < b.id ? -1 : 1) : at(a) - at(b)))
}
