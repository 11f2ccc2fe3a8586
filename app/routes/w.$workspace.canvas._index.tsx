import { useLoaderData } from '@remix-run/react'
import { CanvasList } from '../canvas/canvas-list.tsx'
import { guarded } from '../guard.ts'

export const loader = guarded('canvas:read', async (ctx, { context: { services } }) => {
  const head = await services.directory.readHead(ctx)
  const [canvases, archived] = await Promise.all([
    services.canvas.readCanvases(ctx),
    services.canvas.readArchivedCanvases(ctx),
  ])
  return { head, canvases, archived }
})

export default function Canvases() {
  return <CanvasList {...useLoaderData<typeof loader>()} />
}
