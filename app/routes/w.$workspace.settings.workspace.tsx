import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { WorkspacePage } from '../settings/workspace-page.tsx'

export const loader = guarded('workspace:manage', async (ctx, { context }) => ({
  locale: await context.services.workspace.readWorkspaceLocale(ctx),
}))

export default function WorkspaceSettings() {
  return <WorkspacePage {...useLoaderData<typeof loader>()} />
}
