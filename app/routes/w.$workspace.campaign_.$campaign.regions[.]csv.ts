import { fileResponse } from '../file-response.ts'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

/** Who runs what of a campaign, as a file. */
export const loader = guarded('campaign:read', async (member, { context, params, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  return fileResponse(await context.services.bond.driftCsv(ctx, params.campaign ?? ''))
})
