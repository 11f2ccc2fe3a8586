import { z } from 'zod'
import { event } from '../event/declare.ts'
import { viewFace } from './view.rules.ts'

/** Of a shared view everybody hears who sees the plan, of one's own only oneself. */
export const viewEvents = {
  'view.saved': event(z.object({ view: viewFace })),
  'view.changed': event(z.object({ view: viewFace })),
  'view.removed': event(z.object({ id: z.string(), name: z.string() })),
}
