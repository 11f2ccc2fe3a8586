import { z } from 'zod'
import { nameText } from '../platform/clean-input.rules.ts'

// Apart from working-stage.rules.ts, which the board loads with its first script: it needs no zod.
export const stageName = nameText().min(1).max(40)
/** How many posts of the team may stand there before it counts as full; null: as many as come. */
export const wipLimit = z.int().min(1).max(999).nullable()

/** A stage as events carry it. */
export const workingStageFace = z.object({
  id: z.string(),
  teamId: z.string(),
  name: z.string(),
  rank: z.string(),
  limit: z.number().nullable(),
})
