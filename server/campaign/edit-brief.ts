import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { campaign } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { canonicalText } from '../version/content.rules.ts'
import { MAX_BRIEF } from './campaign.rules.ts'
import { loadCampaign } from './change-campaign.ts'
import { campaignAudiences } from './visible-campaigns.ts'

/**
 * Saves a campaign's brief. Refuses with `campaign.briefChangedMeanwhile` (409), changing nothing, when there is a newer
 * revision than the one it was based on; the same words again are answered as if it were the first time.
 */
export const editBrief = verb({
  name: 'campaign.editBrief',
  permission: 'campaign:write',
  input: z.object({
    id: z.string(),
    /** The revision the change was based on. */
    base: z.int().min(0),
    brief: z.string().max(MAX_BRIEF),
  }),
  run(ctx, { id, base, ...given }): Promise<{ revision: number }> {
    const brief = canonicalText(given.brief).trim()
    return transact(ctx, async (tx) => {
      const row = await loadCampaign(tx, id)
      if (row.brief === brief) return { revision: row.briefRevision }
      if (row.briefRevision !== base) throw new Problem('campaign.briefChangedMeanwhile', { status: 409 })
      const revision = row.briefRevision + 1
      await tx.db
        .update(campaign)
        .set({ brief, briefRevision: revision })
        .where(and(eq(campaign.workspaceId, ctx.workspaceId), eq(campaign.id, id)))
      for (const audience of await campaignAudiences(tx, [row.teamId]))
        emit(tx, 'campaign.briefEdited', { id, name: row.name, revision }, { subjectId: id, audience })
      return { revision }
    })
  },
})
