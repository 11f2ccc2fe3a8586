import { and, eq, gte, inArray, isNotNull, isNull, lte, max, or } from 'drizzle-orm'
import { campaign, event } from '#db/schema.ts'
import { visibleCampaigns } from '../campaign/visible-campaigns.ts'
import type { Ctx } from '../core/ctx.ts'

/** How many ids are named in one query. */
const AT_ONCE = 500

/**
 * The campaigns one sees that have a day between two (`YYYY-MM-DD`, both included), by their first day; when each was last
 * changed is what the log says.
 */
export async function readFeedCampaigns(ctx: Ctx, from: string, to: string) {
  const { workspaceId, store } = ctx
  const { id, teamId, name, goal, startsOn, endsOn, createdAt } = campaign
  const rows = await store.read
    .select({ id, teamId, name, goal, startsOn, endsOn, createdAt })
    .from(campaign)
    .where(
      and(
        eq(campaign.workspaceId, workspaceId),
        isNull(campaign.archivedAt),
        or(isNotNull(startsOn), isNotNull(endsOn)),
        or(isNull(startsOn), lte(startsOn, to)),
        or(isNull(endsOn), gte(endsOn, from)),
        visibleCampaigns(store.read, ctx),
      ),
    )
    .orderBy(startsOn, id)
  const changed = new Map<string, number | null>()
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const found = await store.read
      .select({ id: event.subjectId, at: max(event.at) })
      .from(event)
      .where(
        and(
          eq(event.workspaceId, workspaceId),
          inArray(
            event.subjectId,
            rows.slice(i, i + AT_ONCE).map((one) => one.id),
          ),
          inArray(event.type, ['campaign.created', 'campaign.changed']),
        ),
      )
      .groupBy(event.subjectId)
    for (const one of found) if (one.id) changed.set(one.id, one.at)
  }
  return rows.map(({ createdAt: made, ...one }) => ({ ...one, changedAt: changed.get(one.id) ?? made }))
}
