import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { campaign, team } from '#db/schema.ts'
import { visibleCampaigns } from '../campaign/visible-campaigns.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { ranksAtEnd } from '../post/ranks-at-end.ts'
import { bondFields } from './bond.rules.ts'
import { channelsOf, knownBonds, parentsOf } from './central-posts.reads.ts'
import { plantChildren, type Region } from './plant-children.ts'

/** Most posts that one act makes; a bigger campaign is published region by region. */
const MOST_POSTS = 2_000
export const publishCampaignInput = z.object({
  id: z.string(),
  teamIds: z.array(z.string()).min(1).max(100),
  /** What only HQ changes in the posts that this makes. */
  locked: bondFields.default([]),
  /** HQ's hour on the region's clocks, or the very same instant everywhere. */
  clock: z.enum(['local', 'same']).default('local'),
})

export interface Published {
  /** New posts by region; a region that has them all gets none. */
  made: { teamId: string; posts: number }[]
}

/**
 * Gives regions their own posts of an HQ campaign: drafts with HQ's content, on the region's channels of the same
 * networks. What a region has is never made again, so that publishing again brings only what is new. All or nothing.
 * Problems: bond.notCentral (only HQ's campaigns are published), bond.hqItself, bond.nothingToPublish, bond.tooMany.
 */
export const publishCampaign = verb({
  name: 'campaign.publish',
  permission: 'campaign:publish',
  input: publishCampaignInput,
  run(ctx, { id, teamIds, locked, clock }): Promise<Published> {
    return transact(ctx, async (tx) => {
      const { row } = await centralCampaign(tx, id)
      const regions = await regionsOf(tx, teamIds)
      const parents = await parentsOf(tx, row)
      if (!parents.length) throw new Problem('bond.nothingToPublish', { params: { name: row.name } })
      const known = await knownBonds(tx, id)
      const plans = regions.map((region) => ({
        region,
        parents: parents.filter((one) => !known.has(`${one.row.id} ${region.id}`)),
      }))
      const count = plans.reduce((all, one) => all + one.parents.length, 0)
      if (count > MOST_POSTS)
        throw new Problem('bond.tooMany', { status: 422, params: { count, most: MOST_POSTS } })
      const channels = await channelsOf(tx, regions)
      const ranks = await ranksAtEnd(tx, count)
      for (const { region, parents } of plans)
        await plantChildren(tx, parents, {
          campaignId: id,
          region,
          channels: channels.filter((one) => one.teamId === region.id),
          locked,
          zone: clock === 'local' ? region.zone : null,
          ranks: ranks.splice(0, parents.length),
        })
      const made = plans.map((one) => ({ teamId: one.region.id, posts: one.parents.length }))
      const told = plans.filter((one) => one.parents.length > 0)
      for (const { region, parents } of told) {
        const about = { id, name: row.name, teamId: region.id, team: region.name, posts: parents.length }
        const audience = { permission: 'campaign:read' as const, teamId: region.id }
        emit(tx, 'campaign.published', about, { subjectId: id, audience })
      }
      tellPublishers(
        tx,
        row,
        told.map(({ region }) => region),
      )
      return { made }
    })
  },
})

/** How regions stand is for each of them to know, and for HQ's publishers: they hear of all of them. */
export function tellPublishers(
  tx: Tx,
  { id, name, teamId }: typeof campaign.$inferSelect,
  regions: readonly Region[],
): void {
  if (!regions.length) return
  const teams = regions.map((region) => region.name).join(', ')
  const audience = { permission: 'campaign:publish' as const, teamId }
  emit(tx, 'campaign.regionsChanged', { id, name, teams }, { subjectId: id, audience })
}

/** An HQ campaign that one may publish. */
export async function centralCampaign(tx: Tx, id: string) {
  const [found] = await tx.db
    .select({ row: campaign, kind: team.kind })
    .from(campaign)
    .innerJoin(team, eq(team.id, campaign.teamId))
    .where(
      and(
        eq(campaign.workspaceId, tx.ctx.workspaceId),
        eq(campaign.id, id),
        isNull(campaign.archivedAt),
        visibleCampaigns(tx.db, tx.ctx),
      ),
    )
  if (!found) throw notFound()
  permit(tx.ctx, 'campaign:publish', found.row.teamId)
  if (found.kind !== 'hq') throw new Problem('bond.notCentral', { params: { name: found.row.name } })
  return found
}

/** The named teams: all of the workspace, and none of them HQ. */
export async function regionsOf(tx: Tx, ids: readonly string[]): Promise<Region[]> {
  const wanted = [...new Set(ids)]
  const rows = await tx.db
    .select({ id: team.id, name: team.name, zone: team.zone, kind: team.kind })
    .from(team)
    .where(and(eq(team.workspaceId, tx.ctx.workspaceId), inArray(team.id, wanted), isNull(team.archivedAt)))
    .orderBy(asc(team.name))
  if (rows.length < wanted.length) throw new Problem('request.notFound', { status: 404, field: 'teamIds' })
  if (rows.some(({ kind }) => kind === 'hq')) throw new Problem('bond.hqItself', { field: 'teamIds' })
  return rows
}
