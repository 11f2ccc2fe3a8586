import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { LabelsPage } from '../label/labels-page.tsx'
import { useReloadOn } from '../settings/use-reload-on.ts'

export const loader = guarded('post:write', async (ctx, { context }) => ({
  head: await context.services.directory.readHead(ctx),
  labels: await context.services.label.readLabels(ctx),
}))

export default function Labels() {
  const { head, labels } = useLoaderData<typeof loader>()
  useReloadOn(head, /^(label|post)\./)
  return <LabelsPage labels={labels} />
}
