import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { calendarFeed, channel, team, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { may } from '../member/permission.rules.ts'
import { hashSecret } from '../platform/vault.ts'
import { readDays } from '../post/month.reads.ts'
import { slotsOf } from '../post/slots.rules.ts'
import { addDays, dayKey } from '../time/calendar.rules.ts'
import { FEED_AHEAD, FEED_BACK } from './feed.rules.ts'
import { readFeedCampaigns } from './feed-campaigns.reads.ts'

/** When a feed was last fetched is noted at most this often, ms. */
const NOTED = 3_600_000

/** One's own calendar addresses that work; never their secrets. */
export async function readFeeds(ctx: Ctx) {
  const { id, teamId, createdAt, usedAt } = calendarFeed
  return ctx.store.read
    .select({ id, teamId, createdAt, usedAt })
    .from(calendarFeed)
    .where(
      and(
        eq(calendarFeed.workspaceId, ctx.workspaceId),
        eq(calendarFeed.memberId, ctx.memberId ?? ''),
        isNull(calendarFeed.revokedAt),
      ),
    )
}

/** The feed of a secret and who it acts as now; undefined when it ended, or they left or may read no posts of it. */
export async function feedOf(app: App, secret: string) {
  // Whose it is stands in it: there is no workspace before it is found.
  const [feed] = await app.store.read
    .select()
    .from(calendarFeed)
    .where(and(eq(calendarFeed.hash, hashSecret(secret)), isNull(calendarFeed.revokedAt)))
  if (!feed) return
  const { workspaceId, memberId, teamId } = feed
  const ctx = await memberCtx(app, { workspaceId }, { memberId }, newId())
  if (!ctx || !may(ctx.grants, 'post:read', teamId ?? undefined)) return
  return { ctx, id: feed.id, teamId, usedAt: feed.usedAt }
}

export type Feed = NonNullable<Awaited<ReturnType<typeof feedOf>>>

/**
 * What a feed shows: slots with the names of where they go, campaigns if they are wanted, and its own name. A team's has the
 * team's campaigns and those that posts of it are for.
 */
export async function readFeed({ ctx, teamId }: Feed, withCampaigns = true) {
  const db = ctx.store.read
  const today = dayKey(ctx.now(), 'UTC')
  const [from, to] = [addDays(today, -FEED_BACK), addDays(today, FEED_AHEAD)]
  const [days, running, channels, [house], [one]] = await Promise.all([
    readDays(ctx, from, to),
    withCampaigns ? readFeedCampaigns(ctx, from, to) : [],
    db
      .select({ id: channel.id, name: channel.name })
      .from(channel)
      .where(eq(channel.workspaceId, ctx.workspaceId)),
    db.select({ name: workspace.name }).from(workspace).where(eq(workspace.id, ctx.workspaceId)),
    db
      .select({ name: team.name })
      .from(team)
      .where(and(eq(team.workspaceId, ctx.workspaceId), eq(team.id, teamId ?? ''))),
  ])
  const cards = days.filter((card) => teamId === null || card.teamId === teamId)
  const joined = new Set(cards.map((card) => card.campaignId))
  const names = new Map(channels.map(({ id, name }) => [id, name]))
  return {
    name: [house?.name, one?.name].filter(Boolean).join(' · '),
    campaigns: running.filter((of) => teamId === null || of.teamId === teamId || joined.has(of.id)),
    slots: cards
      .flatMap(slotsOf)
      .sort((a, b) => (a.sendAt ?? 0) - (b.sendAt ?? 0) || a.id.localeCompare(b.id))
      .map((slot) => ({ ...slot, channels: slot.channelIds.flatMap((id) => names.get(id) ?? []) })),
  }
}

export type FeedContent = Awaited<ReturnType<typeof readFeed>>

/** Notes that a feed was fetched. */
export async function noteFeedUse({ ctx, id, usedAt }: Feed): Promise<void> {
  const now = ctx.now()
  if (usedAt !== null && now - usedAt < NOTED) return
  await ctx.store.write((db) =>
    db
      .update(calendarFeed)
      .set({ usedAt: now })
      .where(and(eq(calendarFeed.workspaceId, ctx.workspaceId), eq(calendarFeed.id, id)))
      .then(() => undefined),
  )
}
