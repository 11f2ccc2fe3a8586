import { guarded } from '../guard.ts'

/** One's own private calendar addresses as JSON, without their secrets; for the dialog that is opened. */
export const loader = guarded('post:read', async (ctx, { context: { services } }) =>
  Response.json(await services.feed.readFeeds(ctx), { headers: { 'Cache-Control': 'no-store' } }),
)
