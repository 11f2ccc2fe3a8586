import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { CanvasPage } from '../canvas/canvas-page.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('canvas:read', async (ctx, { params, context: { services } }) => {
  const head = await services.directory.readHead(ctx)
  return { head, canvas: await services.canvas.readCanvas(ctx, params.canvas ?? '') }
})

// The room and the log keep the page current; another canvas is another page.
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formAction }) =>
  currentUrl.pathname !== nextUrl.pathname || (formAction === undefined && currentUrl.href === nextUrl.href)

export default function Canvas() {
  const { head, canvas } = useLoaderData<typeof loader>()
  return <CanvasPage key={canvas.id} head={head} canvas={canvas} />
}
