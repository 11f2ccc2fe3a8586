import { queryOf } from '#server/conversation/inbox.rules.ts'
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

/** The inbox: the first page of the list that the address asks for, and how many each view holds. */
export const inboxLoader = guarded('conversation:read', async (ctx, { request, context: { services } }) => {
  const query = queryOf(new URL(request.url).searchParams)
  // First the number, then the rows: a replay from it misses nothing.
  const head = await services.directory.readHead(ctx)
  const [page, counts] = await Promise.all([
    services.conversation.readInbox(ctx, query),
    services.conversation.readInboxCounts(ctx),
  ])
  return { head, query, page, counts }
})

/** More of the list as JSON: `?after=` with the list's own query gives a page, `?ids=` these rows and the counts. */
export const rowsLoader = guarded('conversation:read', async (ctx, { request, context: { services } }) => {
  const { searchParams } = new URL(request.url)
  const ids = searchParams.get('ids')
  if (ids === null)
    return Response.json(
      await services.conversation.readInbox(ctx, queryOf(searchParams), searchParams.get('after')),
    )
  const [rows, counts] = await Promise.all([
    services.conversation.readInboxRows(ctx, ids.split(',').filter(Boolean)),
    services.conversation.readInboxCounts(ctx),
  ])
  return Response.json({ rows, counts })
})

/** One conversation with its messages, its person and the post it answers. */
export const threadLoader = guarded('conversation:read', async (ctx, { params, context: { services } }) => {
  const head = await services.directory.readHead(ctx)
  const thread = await orResponse(services.conversation.readThread(ctx, params.conversation ?? ''))
  return { head, thread }
})

/** The same as JSON, to read it again; `?at=&id=` gives what was before that message. */
export const threadJsonLoader = guarded(
  'conversation:read',
  async (ctx, { params, request, context: { services } }) => {
    const { searchParams } = new URL(request.url)
    const id = searchParams.get('id')
    const before = id ? { at: Number(searchParams.get('at')) || 0, id } : null
    return Response.json(
      await orResponse(services.conversation.readThread(ctx, params.conversation ?? '', before)),
    )
  },
)
