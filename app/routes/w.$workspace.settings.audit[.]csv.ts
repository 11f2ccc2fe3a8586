import { auditFilterOf } from '#server/audit/audit.rules.ts'
import { fileResponse } from '../file-response.ts'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

/** The audit log under the page's filter, as a file; streamed, so that its length costs no memory. */
export const loader = guarded('audit:read', (member, { context, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  const filter = auditFilterOf(new URL(request.url).searchParams)
  const day = new Date(ctx.now()).toISOString().slice(0, 10)
  return fileResponse({
    name: `audit-${ctx.workspaceSlug}-${day}.csv`,
    type: 'text/csv; charset=utf-8',
    parts: context.services.audit.auditCsv(ctx, { ...filter, before: null }),
  })
})
