import { and, count, eq, inArray, isNull, sql, sum } from 'drizzle-orm'
import { campaign, post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import type { KpiTarget } from './campaign.rules.ts'
import { visibleCampaigns } from './visible-campaigns.ts'

/** The campaigns one sees with how many posts each has, and how many of them are published. */
export async function readCampaigns(ctx: Ctx) {
  const teams = teamsWith(ctx.grants, 'post:read')
  const [campaigns, counts] = await Promise.all([
    ctx.store.read
      .select({
        id: campaign.id,
        teamId: campaign.teamId,
        name: campaign.name,
        goal: campaign.goal,
        hue: campaign.hue,
        startsOn: campaign.startsOn,
        endsOn: campaign.endsOn,
        targets: campaign.targets,
        amount: campaign.budget,
        currency: campaign.currency,
      })
      .from(campaign)
      .where(
        and(
          eq(campaign.workspaceId, ctx.workspaceId),
          isNull(campaign.archivedAt),
          visibleCampaigns(ctx.store.read, ctx),
        ),
      )
      .orderBy(campaign.name),
    ctx.store.read
      .select({
        campaignId: post.campaignId,
        posts: count(),
        published: sum(sql`case when ${post.stage} = 'published' then 1 else 0 end`),
      })
      .from(post)
      .where(
        and(
          eq(post.workspaceId, ctx.workspaceId),
          isNull(post.archivedAt),
          teams === 'all' ? undefined : inArray(post.teamId, teams),
        ),
      )
      .groupBy(post.campaignId),
  ])
  const byId = new Map(counts.map((row) => [row.campaignId, row]))
  return campaigns.map(({ amount, currency, ...one }) => ({
    ...one,
    budget: amount === null || currency === null ? null : { amount, currency },
    targets: one.targets as KpiTarget[],
    posts: byId.get(one.id)?.posts ?? 0,
    published: Number(byId.get(one.id)?.published ?? 0),
  }))
}

export type CampaignRow = Awaited<ReturnType<typeof readCampaigns>>[number]
