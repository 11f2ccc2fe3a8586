import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

/** A CSV file to fill in. */
export const loader = guarded('import:run', (member, { context, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  return new Response(context.services.import.templateCsv(ctx), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="hubbub-template.csv"',
      'Cache-Control': 'private, no-store',
    },
  })
})
