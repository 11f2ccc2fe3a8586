import { guarded } from '../guard.ts'

/** Entries of a practice page as JSON: what changed `?since=` a place, came `?before=` one, or is said `?with=` somebody directly. */
export const loader = guarded('channel:read', async (ctx, { context: { services }, params, request }) => {
  const query = new URL(request.url).searchParams
  const channelId = params.channel ?? ''
  const place = (name: string) => Number(query.get(name)) || 0
  const { practice } = services
  const found = query.has('with')
    ? await practice.readPracticeDirect(ctx, channelId, query.get('with') ?? '')
    : query.has('before')
      ? await practice.readPracticeBefore(ctx, channelId, place('before'))
      : await practice.readPracticeSince(ctx, channelId, place('since'))
  return Response.json(found)
})
