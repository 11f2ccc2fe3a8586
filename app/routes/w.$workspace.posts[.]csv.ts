import { fileResponse } from '../file-response.ts'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

/** The posts under the filter of the address, as a file. */
export const loader = guarded('post:read', (member, { context, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  const { search } = new URL(request.url)
  return fileResponse(context.services.post.exportPosts(ctx, { format: 'csv', search }))
})
