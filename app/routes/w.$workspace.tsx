import { Outlet, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { DirectoryProvider } from '../live/directory.tsx'
import { LiveProvider } from '../live/live.tsx'

export const loader = guarded('member', (ctx, { context }) => context.services.directory.readDirectory(ctx))

// The directory is read again when an event says that it changed (DirectoryProvider), not at every navigation.
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  const asked = change.formAction !== undefined || change.currentUrl.href === change.nextUrl.href
  return asked
    ? change.defaultShouldRevalidate
    : change.currentParams.workspace !== change.nextParams.workspace
}

export default function Workspace() {
  const directory = useLoaderData<typeof loader>()
  return (
    <LiveProvider workspace={directory.workspace.slug}>
      <DirectoryProvider directory={directory}>
        <Outlet />
      </DirectoryProvider>
    </LiveProvider>
  )
}
