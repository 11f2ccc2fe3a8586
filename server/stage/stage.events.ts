import { z } from 'zod'
import { event } from '../event/declare.ts'
import { workingStageFace } from './stage-input.rules.ts'

export const stageEvents = {
  'stage.added': event(z.object({ stage: workingStageFace })),
  'stage.changed': event(z.object({ stage: workingStageFace })),
  /** Posts that stood there stand in `toId` now, or (null) in plain draft. */
  'stage.removed': event(
    z.object({ id: z.string(), teamId: z.string(), name: z.string(), toId: z.string().nullable() }),
  ),
}
