import { guarded } from '../guard.ts'

/** Post cards for a canvas as JSON: `?ids=a,b` gives these, `?words=` those with such a title. */
export const loader = guarded('post:read', async (ctx, { request, context: { services } }) => {
  const { searchParams } = new URL(request.url)
  const ids = (searchParams.get('ids') ?? '').split(',').filter(Boolean)
  return Response.json({
    cards: await services.post.findCards(ctx, { ids, words: searchParams.get('words') }),
  })
})
