import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { threadLoader } from '../inbox/inbox-loader.ts'
import { NoThread } from '../inbox/no-thread.tsx'
import { Thread } from '../inbox/thread.tsx'

export const loader = threadLoader

export const shouldRevalidate: ShouldRevalidateFunction = (change) =>
  change.formAction === undefined &&
  (change.currentParams.conversation !== change.nextParams.conversation ||
    change.currentUrl.href === change.nextUrl.href)

export default function Conversation() {
  const data = useLoaderData<typeof loader>()
  return <Thread key={data.thread.row.id} data={data} />
}

/** It was removed, or one may not read it: the list stays. */
export function ErrorBoundary() {
  return <NoThread gone />
}
