import { guarded } from '../guard.ts'

/** The saved views as JSON, for the menu that is opened. */
export const loader = guarded('post:read', async (ctx, { context: { services } }) =>
  Response.json({
    head: await services.directory.readHead(ctx),
    views: await services.view.readViews(ctx),
  }),
)
