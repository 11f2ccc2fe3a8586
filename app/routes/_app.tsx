import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { AppShell } from '../shell/app-shell.tsx'

/** Everything a member sees: signed in, inside the shell. Pages are `_app.<name>.tsx`. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { ctx, settings } = context
  if (!ctx) {
    const { pathname, search } = new URL(request.url)
    throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
  }
  return { me: { id: ctx.memberId ?? ctx.workspaceId, name: ctx.name }, workspaceName: settings.name ?? '' }
}

export default function App() {
  const { me, workspaceName } = useLoaderData<typeof loader>()
  return (
    <AppShell me={me} workspaceName={workspaceName}>
      <Outlet />
    </AppShell>
  )
}
