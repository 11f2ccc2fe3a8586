import { useLoaderData } from '@remix-run/react'
import { postLoader } from '../draft/post-loader.ts'
import { PostPage } from '../draft/post-page.tsx'

export const loader = postLoader

// The log keeps an open post current.
export const shouldRevalidate = ({ currentUrl, nextUrl }: { currentUrl: URL; nextUrl: URL }) =>
  currentUrl.pathname !== nextUrl.pathname || currentUrl.href === nextUrl.href

export default function Post() {
  return <PostPage draft={useLoaderData<typeof loader>()} />
}
