import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

/** What a file would make under the plan of the address (JSON). */
export const loader = guarded('import:run', async (member, { context: { services }, params, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  const asked = new URL(request.url).searchParams
  const { look } = await services.import.lookAtImport(ctx, params.import ?? '', {
    teamId: asked.get('team'),
    plan: planOf(asked.get('plan')),
  })
  return Response.json(look)
})

function planOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
