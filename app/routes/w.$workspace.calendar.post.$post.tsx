import { useLoaderData } from '@remix-run/react'
import { postLoader } from '../draft/post-loader.ts'
import { PostSheet } from '../draft/post-sheet.tsx'

export const loader = postLoader

// The log keeps an open post current; filters beside it change nothing of it.
export const shouldRevalidate = ({ currentUrl, nextUrl }: { currentUrl: URL; nextUrl: URL }) =>
  currentUrl.pathname !== nextUrl.pathname || currentUrl.href === nextUrl.href

export default function CalendarPost() {
  const draft = useLoaderData<typeof loader>()
  return <PostSheet key={draft.post.id} draft={draft} page="calendar" />
}
