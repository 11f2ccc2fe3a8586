import { guarded } from '../guard.ts'

/** A canvas as a small picture, for the list. Its address names the state (`?at=`), so a browser may keep it. */
export const loader = guarded('canvas:read', async (ctx, { params, context: { services } }) => {
  const svg = await services.canvas.readPicture(ctx, params.canvas ?? '')
  return new Response(svg ?? '<svg xmlns="http://www.w3.org/2000/svg"/>', {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, max-age=86400' },
  })
})
