import { z } from 'zod'
import { event } from '../event/declare.ts'
import { labelFace } from './label.rules.ts'

export const labelEvents = {
  'label.created': event(z.object({ label: labelFace })),
  'label.changed': event(z.object({ label: labelFace })),
  /** Posts that had the first have the other now. */
  'label.merged': event(z.object({ id: z.string(), name: z.string(), intoId: z.string(), into: z.string() })),
  /** Posts that had it have it no more. */
  'label.removed': event(z.object({ id: z.string(), name: z.string() })),
}
