import { guarded } from '../guard.ts'

/** The best hours of all channels as JSON, between the days `from` and `to`; drawn in days of hours after the page. */
export const loader = guarded('post:read', async (ctx, { request, context: { services } }) => {
  const { searchParams } = new URL(request.url)
  const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? '']
  return Response.json(await services.channel.readBestHours(ctx, from, to), {
    headers: { 'Cache-Control': 'private, max-age=300' },
  })
})
