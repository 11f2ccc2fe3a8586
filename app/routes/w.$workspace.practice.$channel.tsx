import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { PracticeView } from '../practice/practice-view.tsx'

export const loader = guarded('channel:read', async (ctx, { context: { services }, params }) => {
  const head = await services.directory.readHead(ctx)
  return { head, page: await services.practice.readPractice(ctx, params.channel ?? '') }
})

// The log keeps the page current.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formAction }) =>
  formAction === undefined && (currentUrl.href === nextUrl.href || currentUrl.pathname !== nextUrl.pathname)

export default function PracticeChannel() {
  const { page, head } = useLoaderData<typeof loader>()
  return <PracticeView key={page.channelId} page={page} head={head} />
}
