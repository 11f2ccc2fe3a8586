import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { campaign } from '#db/schema.ts'
import { releaseLocks } from '../bond/release-locks.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'
import { checkPlaces } from '../post/places.ts'
import { budgetColumns, campaignSettings } from './campaign.rules.ts'
import { campaignAudiences, visibleCampaigns } from './visible-campaigns.ts'

/** Replaces a campaign's settings. Handing it to another team asks for the right in both, and ends what HQ had locked. */
export const changeCampaign = verb({
  name: 'campaign.change',
  permission: 'campaign:write',
  input: campaignSettings.and(z.object({ id: z.string() })),
  run(ctx, { id, budget, ...settings }): Promise<{ id: string }> {
    permit(ctx, 'campaign:write', settings.teamId)
    return transact(ctx, async (tx) => {
      const before = await loadCampaign(tx, id)
      await checkPlaces(tx, { teamId: settings.teamId })
      await tx.db
        .update(campaign)
        .set({ ...settings, ...budgetColumns(budget) })
        .where(and(eq(campaign.workspaceId, ctx.workspaceId), eq(campaign.id, id)))
      if (settings.teamId !== before.teamId) await releaseLocks(tx, { ...before, name: settings.name })
      for (const audience of await campaignAudiences(tx, [before.teamId, settings.teamId]))
        emit(tx, 'campaign.changed', { campaign: { ...settings, id } }, { subjectId: id, audience })
      return { id }
    })
  },
})

/** Takes a campaign out of the lists; its posts keep it, and regions may change what HQ had locked in theirs. */
export const archiveCampaign = verb({
  name: 'campaign.archive',
  permission: 'campaign:write',
  input: z.object({ id: z.string() }),
  run(ctx, { id }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      const row = await loadCampaign(tx, id)
      await tx.db
        .update(campaign)
        .set({ archivedAt: tx.now })
        .where(and(eq(campaign.workspaceId, ctx.workspaceId), eq(campaign.id, id)))
      await releaseLocks(tx, row)
      for (const audience of await campaignAudiences(tx, [row.teamId]))
        emit(tx, 'campaign.archived', { id, name: row.name }, { subjectId: id, audience })
      return { id }
    })
  },
})

/** A campaign that one sees and may change. */
export async function loadCampaign(tx: Tx, id: string): Promise<typeof campaign.$inferSelect> {
  const [row] = await tx.db
    .select()
    .from(campaign)
    .where(
      and(
        eq(campaign.workspaceId, tx.ctx.workspaceId),
        eq(campaign.id, id),
        isNull(campaign.archivedAt),
        visibleCampaigns(tx.db, tx.ctx),
      ),
    )
  if (!row) throw notFound()
  permit(tx.ctx, 'campaign:write', row.teamId)
  return row
}
