import { Outlet, type ShouldRevalidateFunction, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { PauseBanners } from '../delivery/pause-banner.tsx'
import { guarded } from '../guard.ts'
import { DirectoryProvider, useDirectory } from '../live/directory.tsx'
import { LiveProvider } from '../live/live.tsx'
import { OutboxBanner } from '../live/outbox/outbox-banner.tsx'
import { useOutbox } from '../live/outbox/use-outbox.ts'
import { useOwnBrowser } from '../live/own-browser.ts'
import { NotificationBell } from '../notification/bell.tsx'
import { share, sharedBy } from '../shared.ts'
import { AppShell } from '../shell/app-shell.tsx'
import { ErrorPage } from '../shell/error-page.tsx'
import { Banner } from '../ui/banner.tsx'

export const loader = guarded('member', async (ctx, { context }) => {
  const { house, mine } = await context.services.directory.readDirectoryParts(ctx)
  return { house: share('house', house, context), mine }
})

// The directory is read again when an event says that it changed (DirectoryProvider), not at every navigation.
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  const asked = change.formAction !== undefined || change.currentUrl.href === change.nextUrl.href
  return asked
    ? change.defaultShouldRevalidate
    : change.currentParams.workspace !== change.nextParams.workspace
}

export default function Workspace() {
  return (
    <Around data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Around>
  )
}

/** A page that failed; the shell stays, so one can go elsewhere. */
export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('routes/w.$workspace')
  if (!data) return <ErrorPage />
  return (
    <Around data={data}>
      <ErrorPage inside />
    </Around>
  )
}

interface AroundProps {
  data: ReturnType<typeof useLoaderData<typeof loader>>
  children: ReactNode
}

function Around({ data, children }: AroundProps) {
  const directory = useMemo(() => ({ ...sharedBy(data.house), ...data.mine }), [data])
  return (
    <LiveProvider workspace={directory.workspace.slug}>
      <DirectoryProvider directory={directory}>
        <Shell>{children}</Shell>
      </DirectoryProvider>
    </LiveProvider>
  )
}

function Shell({ children }: { children: ReactNode }) {
  const { me, workspace, pauses } = useDirectory()
  const t = useTranslations('shell')
  useOwnBrowser(me.userId)
  useOutbox({ slug: workspace.slug, userId: me.userId, memberId: me.memberId })
  return (
    <AppShell
      me={{ id: me.memberId, name: me.name }}
      workspaceName={workspace.name}
      notifications={<NotificationBell />}
      banners={
        <>
          {workspace.demo ? (
            <Banner flush tone="accent">
              {t('demo')}
            </Banner>
          ) : null}
          <OutboxBanner />
          <PauseBanners pauses={pauses} />
        </>
      }
    >
      {children}
    </AppShell>
  )
}
