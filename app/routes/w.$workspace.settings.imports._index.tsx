import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { useReloadOn } from '../settings/use-reload-on.ts'
import { ImportsPage } from '../transfer/imports-page.tsx'

export const loader = guarded('import:run', async (ctx, { context: { services } }) => ({
  head: await services.directory.readHead(ctx),
  imports: await services.import.readImports(ctx),
}))

export default function Imports() {
  const { head, imports } = useLoaderData<typeof loader>()
  useReloadOn(head, /^import\./)
  return <ImportsPage imports={imports} />
}
