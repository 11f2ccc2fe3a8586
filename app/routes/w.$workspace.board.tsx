import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import { BoardPage } from '../board/board.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('post:read', (ctx, { context }) => context.services.board.readBoardPage(ctx))

// The log keeps the cards current: they are read again only when somebody asks for it, not at filters and details.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formAction }) =>
  formAction === undefined && currentUrl.href === nextUrl.href

export default function Board() {
  return <BoardPage data={useLoaderData<typeof loader>()} />
}
