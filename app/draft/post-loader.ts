import { guarded } from '../guard.ts'

/** A read that was refused, as the page's answer: not found, or not allowed. */
async function orResponse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
    if (status === 404 || status === 403) throw new Response(null, { status })
    throw error
  }
}

/** The loader of every page that shows a post. */
export const postLoader = guarded('post:read', (ctx, { params, context }) =>
  orResponse(context.services.post.readDraft(ctx, params.post ?? '')),
)

/** The same as JSON, for a sheet that reads its post again. */
export const draftLoader = guarded('post:read', async (ctx, { params, context }) =>
  Response.json(await orResponse(context.services.post.readDraft(ctx, params.post ?? ''))),
)

export const historyLoader = guarded('post:read', async (ctx, { params, context }) =>
  Response.json(await orResponse(context.services.post.readHistory(ctx, params.post ?? ''))),
)
