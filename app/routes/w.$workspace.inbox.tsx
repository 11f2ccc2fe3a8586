import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { inboxLoader } from '../inbox/inbox-loader.ts'
import { InboxPage } from '../inbox/inbox-page.tsx'

export const loader = inboxLoader

// The log keeps the list current: it is read again for another view, not for another conversation.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formAction }) =>
  formAction === undefined && (currentUrl.search !== nextUrl.search || currentUrl.href === nextUrl.href)

export default function Inbox() {
  return <InboxPage data={useLoaderData<typeof loader>()} />
}
