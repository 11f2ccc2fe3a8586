import { useLoaderData, useSearchParams } from '@remix-run/react'
import { auditFilterOf } from '#server/audit/audit.rules.ts'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'
import { AuditPage } from '../settings/audit-page.tsx'
import { useReloadOn } from '../settings/use-reload-on.ts'

export const loader = guarded('audit:read', async (member, { context, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  const { audit, directory } = context.services
  const filter = auditFilterOf(new URL(request.url).searchParams)
  const head = await directory.readHead(ctx)
  return { head, ...(await audit.readAudit(ctx, filter)), nouns: audit.readAuditNouns(ctx) }
})

const EVERY_TYPE = /./
const NONE = /^$/

export default function Audit() {
  const { head, ...facts } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  // An older page does not change any more.
  useReloadOn(head, search.has('before') ? NONE : EVERY_TYPE)
  return <AuditPage {...facts} />
}
