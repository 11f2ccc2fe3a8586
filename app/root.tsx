import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import { type ReactNode, useEffect } from 'react'
import { factsToAttributes, useDocument } from './document.tsx'
import { rememberZone, requestCovers, requestLocale, requestTheme } from './preferences.ts'
import { useRootData } from './root-data.ts'
import { ErrorPage } from './shell/error-page.tsx'
import { useTheme } from './shell/use-theme.ts'
import styles from './styles/app.css?url'
import { TipLayer } from './ui/tip-layer.tsx'
import { ToastRegion } from './ui/toast-region.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'preload', href: interLatin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Hubbub' }]

export function loader({ request, context }: LoaderFunctionArgs) {
  const { ctx, account, settings } = context
  return {
    locale: requestLocale(request, ctx ?? account),
    theme: requestTheme(request),
    covers: requestCovers(request),
    settings,
    session: ctx && {
      memberId: ctx.memberId,
      userId: ctx.userId,
      workspaceId: ctx.workspaceId,
      name: ctx.name,
      zone: ctx.zone,
    },
  }
}

// Who is signed in and how the page looks changes only by what this browser does.
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  formAction ? defaultShouldRevalidate : false

export function Layout({ children }: { children: ReactNode }) {
  const facts = useDocument()
  const theme = useTheme()
  const covers = useRootData()?.covers ?? true
  return (
    <html
      {...factsToAttributes(facts)}
      data-theme={theme}
      data-covers={covers ? 'on' : 'off'}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={facts.nonce} />
        <Scripts nonce={facts.nonce} />
      </body>
    </html>
  )
}

export default function App() {
  useEffect(rememberZone, [])
  return (
    <>
      <Outlet />
      <TipLayer />
      <ToastRegion />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
