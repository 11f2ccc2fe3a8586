import { and, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { conversation, post, team, variant } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { PauseScope } from '../delivery/pause.rules.ts'
import { may, teamsWith } from '../member/permission.rules.ts'

interface OfTeam {
  id: string
  teamId: string
}

/**
 * The campaigns whose names one needs: those one sees (of the teams one may read, and HQ's), and those that a post one
 * sees belongs to.
 */
export async function seenCampaigns<T extends OfTeam>(ctx: Ctx, all: T[]): Promise<T[]> {
  const teams = teamsWith(ctx.grants, 'campaign:read')
  if (teams === 'all') return all
  const hq = await ctx.store.read
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.workspaceId, ctx.workspaceId), eq(team.kind, 'hq')))
  const own = new Set(may(ctx.grants, 'campaign:read') ? [...teams, ...hq.map(({ id }) => id)] : teams)
  if (all.every(({ teamId }) => own.has(teamId))) return all
  const named = await ctx.store.read
    .selectDistinct({ id: post.campaignId })
    .from(post)
    .where(and(eq(post.workspaceId, ctx.workspaceId), isNotNull(post.campaignId), ofPosts(ctx)))
  return seen(all, own, named)
}

/** The channels whose names one needs: of the teams one may read, and where posts and conversations one sees are. */
export async function seenChannels<T extends OfTeam>(ctx: Ctx, all: T[]): Promise<T[]> {
  const teams = teamsWith(ctx.grants, 'channel:read')
  if (teams === 'all') return all
  const own = new Set(teams)
  if (all.every(({ teamId }) => own.has(teamId))) return all
  const posts = await ctx.store.read
    .selectDistinct({ id: variant.channelId })
    .from(variant)
    .innerJoin(post, eq(post.id, variant.postId))
    .where(and(eq(variant.workspaceId, ctx.workspaceId), ofPosts(ctx)))
  const inboxes = teamsWith(ctx.grants, 'conversation:read')
  const conversations = await ctx.store.read
    .selectDistinct({ id: conversation.channelId })
    .from(conversation)
    .where(
      and(
        eq(conversation.workspaceId, ctx.workspaceId),
        inboxes === 'all' ? undefined : inArray(conversation.teamId, inboxes),
      ),
    )
  return seen(all, own, [...posts, ...conversations])
}

/** The pauses that may hold posts one sees: not those of other teams, nor of campaigns one does not see. */
export function seenPauses<T extends PauseScope>(
  ctx: Ctx,
  all: T[],
  campaigns: readonly { id: string }[],
): T[] {
  const teams = teamsWith(ctx.grants, 'post:read')
  if (teams === 'all') return all
  const open = all.filter(({ scope, value }) => {
    if (scope === 'team') return teams.includes(value)
    return scope !== 'campaign' || campaigns.some(({ id }) => id === value)
  })
  return open.length === all.length ? all : open
}

function ofPosts(ctx: Ctx): SQL | undefined {
  const teams = teamsWith(ctx.grants, 'post:read')
  return teams === 'all' ? undefined : inArray(post.teamId, teams)
}

function seen<T extends OfTeam>(
  all: T[],
  own: ReadonlySet<string>,
  named: readonly { id: string | null }[],
): T[] {
  const ids = new Set(named.map(({ id }) => id))
  return all.filter(({ id, teamId }) => own.has(teamId) || ids.has(id))
}
