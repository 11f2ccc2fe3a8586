import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

/** Public holidays of the teams' countries as JSON, between the days `from` and `to`; they come after the page. */
export const loader = guarded('post:read', async (ctx, { request, context: { services } }) => {
  const { searchParams } = new URL(request.url)
  const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? '']
  return Response.json(await services.holiday.readHolidays(ctx, from, to, requestLocale(request, ctx)), {
    headers: { 'Cache-Control': 'private, max-age=3600' },
  })
})
