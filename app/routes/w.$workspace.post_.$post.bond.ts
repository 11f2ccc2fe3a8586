import { guarded } from '../guard.ts'

/** How a post hangs together with HQ's, for its sheet. */
export const loader = guarded('post:read', async (ctx, { params, context: { services } }) =>
  Response.json(await services.bond.readBond(ctx, params.post ?? '')),
)
