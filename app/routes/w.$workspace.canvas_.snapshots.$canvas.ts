import { guarded } from '../guard.ts'

/** What of a canvas can be brought back, as JSON, newest first. */
export const loader = guarded('canvas:read', async (ctx, { params, context: { services } }) =>
  Response.json({ snapshots: await services.canvas.readSnapshots(ctx, params.canvas ?? '') }),
)
