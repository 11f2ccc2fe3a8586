import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import { packCards } from '#server/post/card-pack.rules.ts'
import { BoardPage } from '../board/board.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('post:read', async (ctx, { context: { services } }) => {
  // First the number, then the cards: a replay from it misses nothing.
  const head = await services.directory.readHead(ctx)
  return { head, cards: packCards(await services.board.readBoard(ctx)) }
})

// The log keeps the cards current: they are read again only when somebody asks for it, not at filters and details.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formAction }) =>
  formAction === undefined && currentUrl.href === nextUrl.href

export default function Board() {
  return <BoardPage data={useLoaderData<typeof loader>()} />
}
