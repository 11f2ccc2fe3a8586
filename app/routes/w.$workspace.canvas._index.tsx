import { useLoaderData } from '@remix-run/react'
import { CanvasList } from '../canvas/canvas-list.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('canvas:read', async (ctx, { context: { services } }) => {
  const head = await services.directory.readHead(ctx)
  return { head, canvases: await services.canvas.readCanvases(ctx) }
})

export default function Canvases() {
  return <CanvasList {...useLoaderData<typeof loader>()} />
}
