import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { bond } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { bondFields } from './bond.rules.ts'
import { centralCampaign, regionsOf, tellPublishers } from './publish-campaign.ts'

/**
 * Says what only HQ changes in the posts that regions have of a campaign; other fields are theirs. What is locked while
 * a region says something of its own becomes HQ's at once (bond-reader.ts), except in what is out or going out.
 */
export const lockFields = verb({
  name: 'campaign.lock',
  permission: 'campaign:publish',
  input: z.object({ id: z.string(), teamIds: z.array(z.string()).min(1).max(100), locked: bondFields }),
  run(ctx, { id, teamIds, locked }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      const { row } = await centralCampaign(tx, id)
      const regions = await regionsOf(tx, teamIds)
      const ids = regions.map((one) => one.id)
      const changed = await tx.db
        .update(bond)
        .set({ locked })
        .where(and(eq(bond.workspaceId, ctx.workspaceId), eq(bond.campaignId, id), inArray(bond.teamId, ids)))
        .returning({ teamId: bond.teamId, childId: bond.childId })
      const touched = Map.groupBy(changed, (one) => one.teamId)
      const told = regions.filter((region) => touched.has(region.id))
      for (const { id: teamId, name: team } of told) {
        const childIds = touched.get(teamId)?.map((one) => one.childId) ?? []
        const about = { id, name: row.name, teamId, team, fields: locked, childIds }
        emit(tx, 'campaign.locked', about, {
          subjectId: id,
          audience: { permission: 'campaign:read', teamId },
        })
      }
      tellPublishers(tx, row, told)
      return { id }
    })
  },
})
