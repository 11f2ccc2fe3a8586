import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from './root.tsx'

/** What the root loader said: locale, theme, session, public settings. Undefined when it failed. */
export function useRootData() {
  return useRouteLoaderData<typeof loader>('root')
}
