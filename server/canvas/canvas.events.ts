import { z } from 'zod'
import { event } from '../event/declare.ts'

/** A canvas as lists draw it. */
export const canvasFace = z.object({
  id: z.string(),
  teamId: z.string(),
  campaignId: z.string().nullable(),
  name: z.string(),
})

export const canvasEvents = {
  'canvas.created': event(z.object({ canvas: canvasFace })),
  'canvas.renamed': event(z.object({ id: z.string(), name: z.string() })),
  'canvas.archived': event(z.object({ id: z.string(), name: z.string() })),
  'canvas.unarchived': event(z.object({ id: z.string(), name: z.string() })),
  /** Somebody kept it as it was then. */
  'canvas.kept': event(
    z.object({ id: z.string(), name: z.string(), label: z.string(), objects: z.number() }),
  ),
  /** An older snapshot is what it holds now; `at` is when that was made. */
  'canvas.restored': event(
    z.object({ id: z.string(), name: z.string(), at: z.number(), objects: z.number() }),
  ),
}
