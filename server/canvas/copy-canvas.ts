import { z } from 'zod'
import { verb } from '../core/verb.ts'
import { asProblem } from '../platform/problem.ts'
import { canvasName } from './canvas.rules.ts'
import { createCanvas } from './create-canvas.ts'
import { loadCanvas } from './load-canvas.ts'
import { presentObjects } from './snapshot-canvas.ts'

/** Makes a second canvas of the same team with what is on the first one now, without what was said on it. */
export const copyCanvas = verb({
  name: 'canvas.copy',
  permission: 'canvas:write',
  input: z.object({ id: z.string(), name: canvasName }),
  async run(ctx, { id, name }): Promise<{ id: string }> {
    const { teamId, campaignId } = await loadCanvas(ctx, ctx.store.read, id)
    const objects = await presentObjects(ctx, id)
    const make = (campaign: string | null) =>
      createCanvas(ctx, { teamId, campaignId: campaign, name, objects })
    try {
      return await make(campaignId)
    } catch (error) {
      // Its campaign is archived, or not for whoever copies.
      if (asProblem(error)?.field !== 'campaignId') throw error
      return make(null)
    }
  },
})
