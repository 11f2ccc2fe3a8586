import { fileResponse } from '../file-response.ts'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'

/** The rows of an import that no post could be made of, with what is wrong with each. */
export const loader = guarded('import:run', async (member, { context: { services }, params, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  const id = params.import ?? ''
  const { run } = await services.import.readImport(ctx, id)
  return fileResponse({
    name: `left-out-${run.name.replace(/\.\w+$/, '')}.csv`,
    type: 'text/csv; charset=utf-8',
    parts: services.import.badRowsCsv(ctx, id),
  })
})
