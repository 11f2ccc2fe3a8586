import { auditFilterOf } from '#server/audit/audit.rules.ts'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

/** The audit log under the page's filter, as a file; streamed, so that its length costs no memory. */
export const loader = guarded('audit:read', (member, { context, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  const filter = auditFilterOf(new URL(request.url).searchParams)
  const lines = context.services.audit.auditCsv(ctx, { ...filter, before: null })
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void lines.return(undefined),
  })
  const day = new Date(ctx.now()).toISOString().slice(0, 10)
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${ctx.workspaceSlug}-${day}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
