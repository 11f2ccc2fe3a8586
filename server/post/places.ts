import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { campaign, channel, team } from '#db/schema.ts'
import { visibleCampaigns } from '../campaign/visible-campaigns.ts'
import { permit } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { readPeople, whoMay } from '../member/people.reads.ts'
import { may } from '../member/permission.rules.ts'
import { Problem } from '../platform/problem.ts'

interface Places {
  teamId?: string | undefined
  campaignId?: string | null | undefined
  channelIds?: readonly string[] | undefined
}

const missing = (field: string) => new Problem('request.notFound', { status: 404, field })

const liveTeam = prepared((db) =>
  db
    .select({ id: team.id })
    .from(team)
    .where(
      and(
        eq(team.workspaceId, sql.placeholder('workspaceId')),
        eq(team.id, sql.placeholder('teamId')),
        isNull(team.archivedAt),
      ),
    ),
)

/**
 * What a post is tied to must be the workspace's own, still there and within one's sight; a channel also one for whose team the actor may
 * plan. Throws `request.notFound` or `request.forbidden` with the field.
 */
export async function checkPlaces(tx: Tx, places: Places): Promise<void> {
  const { workspaceId } = tx.ctx
  if (places.teamId !== undefined) {
    const [found] = await liveTeam(tx.db, { workspaceId, teamId: places.teamId })
    if (!found) throw missing('teamId')
  }
  if (places.campaignId != null) {
    const [found] = await tx.db
      .select({ id: campaign.id })
      .from(campaign)
      .where(
        and(
          eq(campaign.workspaceId, workspaceId),
          eq(campaign.id, places.campaignId),
          isNull(campaign.archivedAt),
          visibleCampaigns(tx.db, tx.ctx),
        ),
      )
    if (!found) throw missing('campaignId')
  }
  if (places.channelIds?.length) await checkChannels(tx, places.channelIds)
}

/**
 * Who works on a post must be able to see it. Throws `request.notFound` (no such member) or `post.assigneeCannotRead`
 * (they may not read this team's posts), with the field.
 */
export async function checkAssignee(tx: Tx, assigneeId: string, teamId: string): Promise<void> {
  const people = await readPeople(tx.db, tx.ctx.workspaceId)
  const assignee = people.find((one) => one.id === assigneeId)
  if (!assignee) throw missing('assigneeId')
  if (!whoMay([assignee], 'post:read', teamId).length)
    throw new Problem('post.assigneeCannotRead', { field: 'assigneeId', params: { name: assignee.name } })
}

async function checkChannels(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = await tx.db
    .select({ id: channel.id, teamId: channel.teamId })
    .from(channel)
    .where(
      and(
        eq(channel.workspaceId, tx.ctx.workspaceId),
        inArray(channel.id, [...ids]),
        isNull(channel.removedAt),
      ),
    )
  const teams = new Map(found.map((row) => [row.id, row.teamId]))
  for (const [index, id] of ids.entries()) {
    const teamId = teams.get(id)
    if (teamId === undefined || !may(tx.ctx.grants, 'channel:read', teamId))
      throw missing(`channelIds.${index}`)
    permit(tx.ctx, 'post:write', teamId)
  }
}
