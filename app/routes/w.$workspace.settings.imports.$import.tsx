import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { requestLocale } from '../preferences.ts'
import { ImportPage } from '../transfer/import-page.tsx'

export const loader = guarded('import:run', async (member, { context: { services }, params, request }) => {
  const ctx = { ...member, locale: requestLocale(request, member) }
  const id = params.import ?? ''
  const head = await services.directory.readHead(ctx)
  const { look } = await services.import.lookAtImport(ctx, id)
  return { head, look, ...(await services.import.readImport(ctx, id)) }
})

export default function Import() {
  const { head, run, bad, look } = useLoaderData<typeof loader>()
  return <ImportPage key={run.id} head={head} run={run} bad={bad} look={look} />
}
