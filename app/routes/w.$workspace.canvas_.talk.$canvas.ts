import { guarded } from '../guard.ts'

/** The discussions on the objects of a canvas, as JSON, oldest first. */
export const loader = guarded('canvas:read', async (ctx, { params, context: { services } }) =>
  Response.json({ threads: await services.canvas.readThreads(ctx, params.canvas ?? '') }),
)
