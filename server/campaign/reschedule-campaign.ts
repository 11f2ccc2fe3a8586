import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { campaign } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { day } from './campaign.rules.ts'
import { loadCampaign } from './change-campaign.ts'
import { campaignAudiences } from './visible-campaigns.ts'

const days = z.object({ startsOn: day.nullable(), endsOn: day.nullable() })

/**
 * Gives a campaign another first or last day. Problems: campaign.movedMeanwhile (409) when its days are no longer those
 * of `from`, campaign.endsBeforeStart.
 */
export const rescheduleCampaign = verb({
  name: 'campaign.reschedule',
  permission: 'campaign:write',
  input: z.object({
    id: z.string(),
    /** The days it had when it was taken. */
    from: days,
    to: days.refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
      path: ['endsOn'],
      message: 'campaign.endsBeforeStart',
    }),
  }),
  run(ctx, { id, from, to }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      const row = await loadCampaign(tx, id)
      if (row.startsOn === to.startsOn && row.endsOn === to.endsOn) return { id }
      if (row.startsOn !== from.startsOn || row.endsOn !== from.endsOn)
        throw new Problem('campaign.movedMeanwhile', { status: 409, params: { name: row.name } })
      await tx.db
        .update(campaign)
        .set(to)
        .where(and(eq(campaign.workspaceId, ctx.workspaceId), eq(campaign.id, id)))
      const { teamId, name, hue } = row
      for (const audience of await campaignAudiences(tx, [teamId]))
        emit(
          tx,
          'campaign.changed',
          { campaign: { id, teamId, name, hue, ...to } },
          { subjectId: id, audience },
        )
      return { id }
    })
  },
})
