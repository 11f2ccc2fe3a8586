import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import { BoardPage } from '../board/board.tsx'
import { guarded } from '../guard.ts'
import { requestFolds } from '../preferences.ts'
import { share, sharedBy } from '../shared.ts'

export const loader = guarded('post:read', async (ctx, { context, request }) => ({
  board: share('board', await context.services.board.readBoardPage(ctx), context),
  folds: ctx.memberId ? requestFolds(request, ctx.memberId) : {},
}))

// The log keeps the cards current: they are read again only when somebody asks for it, not at filters and details.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formAction }) =>
  formAction === undefined && currentUrl.href === nextUrl.href

export default function Board() {
  const { board, folds } = useLoaderData<typeof loader>()
  return <BoardPage data={sharedBy(board)} folds={folds} />
}
