import { guarded } from '../guard.ts'

/** At which hours posts of a channel did best, as JSON; asked for when somebody chooses a time. */
export const loader = guarded('post:read', async (ctx, { params, context: { services } }) =>
  Response.json(await services.channel.readBestTimes(ctx, params.channel ?? ''), {
    headers: { 'Cache-Control': 'private, max-age=300' },
  }),
)
