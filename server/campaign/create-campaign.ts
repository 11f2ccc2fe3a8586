import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { campaign } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { checkPlaces } from '../post/places.ts'
import { budgetColumns, campaignSettings } from './campaign.rules.ts'
import { campaignAudiences } from './visible-campaigns.ts'

/** Makes a campaign. The id may come from the client, so that a retry never makes a second one. */
export const createCampaign = verb({
  name: 'campaign.create',
  permission: 'campaign:write',
  input: campaignSettings.and(z.object({ id: z.uuid().optional() })),
  run(ctx, { id = newId(), budget, ...settings }): Promise<{ id: string }> {
    permit(ctx, 'campaign:write', settings.teamId)
    return transact(ctx, async (tx) => {
      const [known] = await tx.db
        .select({ id: campaign.id })
        .from(campaign)
        .where(
          and(
            eq(campaign.workspaceId, ctx.workspaceId),
            eq(campaign.id, id),
            eq(campaign.teamId, settings.teamId),
          ),
        )
      if (known) return { id }
      await checkPlaces(tx, { teamId: settings.teamId })
      await tx.db.insert(campaign).values({
        ...settings,
        ...budgetColumns(budget),
        id,
        workspaceId: ctx.workspaceId,
        createdAt: tx.now,
      })
      for (const audience of await campaignAudiences(tx, [settings.teamId]))
        emit(tx, 'campaign.created', { campaign: { ...settings, id } }, { subjectId: id, audience })
      return { id }
    })
  },
})
