import { and, count, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { savedView } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import type { Audience } from '../event/audience.rules.ts'
import { may } from '../member/permission.rules.ts'
import { forbidden, notFound, Problem } from '../platform/problem.ts'
import { MAX_VIEWS, queryOfView, type ViewFace, viewName } from './view.rules.ts'

/** Keeps filters under a name. To share it takes the right to plan somewhere. Problem: view.tooMany. */
export const saveView = verb({
  name: 'view.save',
  permission: 'post:read',
  input: z.object({
    id: z.uuid().optional(),
    name: viewName,
    query: queryOfView,
    shared: z.boolean().default(false),
  }),
  run(ctx, { id = newId(), name, query, shared }) {
    const { workspaceId, memberId } = ctx
    if (!memberId) throw forbidden('post:read')
    if (shared) permit(ctx, 'post:write')
    return transact(ctx, async (tx) => {
      const [known] = await tx.db
        .select({ id: savedView.id })
        .from(savedView)
        .where(
          and(eq(savedView.workspaceId, workspaceId), eq(savedView.id, id), eq(savedView.memberId, memberId)),
        )
      if (known) return { id }
      const [mine] = await tx.db
        .select({ n: count() })
        .from(savedView)
        .where(and(eq(savedView.workspaceId, workspaceId), eq(savedView.memberId, memberId)))
      if ((mine?.n ?? 0) >= MAX_VIEWS) throw new Problem('view.tooMany', { params: { limit: MAX_VIEWS } })
      const view = { id, memberId, name, query, shared }
      await tx.db.insert(savedView).values({ ...view, workspaceId, createdAt: tx.now })
      emit(tx, 'view.saved', { view }, { subjectId: id, audience: audienceOf(view) })
      return { id }
    })
  },
})

/** Renames, narrows anew, shares or stops sharing one's own view. */
export const changeView = verb({
  name: 'view.change',
  permission: 'post:read',
  input: z.object({
    id: z.string(),
    name: viewName.optional(),
    query: queryOfView.optional(),
    shared: z.boolean().optional(),
  }),
  run(ctx, { id, ...named }) {
    return transact(ctx, async (tx) => {
      const before = await load(tx, id)
      if (before.memberId !== ctx.memberId) throw forbidden('post:read')
      const { memberId } = before
      const view: ViewFace = {
        id,
        memberId,
        name: named.name ?? before.name,
        query: named.query ?? before.query,
        shared: named.shared ?? before.shared,
      }
      if (view.shared && !before.shared) permit(ctx, 'post:write')
      const { name, query, shared } = view
      if (name === before.name && query === before.query && shared === before.shared) return { id }
      await tx.db
        .update(savedView)
        .set({ name, query, shared })
        .where(and(eq(savedView.workspaceId, ctx.workspaceId), eq(savedView.id, id)))
      // Those who had it hear that it is theirs no more.
      if (before.shared && !shared)
        emit(tx, 'view.removed', { id, name: before.name }, { subjectId: id, audience: audienceOf(before) })
      emit(tx, 'view.changed', { view }, { subjectId: id, audience: audienceOf(view) })
      return { id }
    })
  },
})

/** Removes one's own view, or a shared one by who runs the workspace. */
export const removeView = verb({
  name: 'view.remove',
  permission: 'post:read',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const view = await load(tx, id)
      if (view.memberId !== ctx.memberId) permit(ctx, 'workspace:manage', null)
      await tx.db
        .delete(savedView)
        .where(and(eq(savedView.workspaceId, ctx.workspaceId), eq(savedView.id, id)))
      emit(tx, 'view.removed', { id, name: view.name }, { subjectId: id, audience: audienceOf(view) })
      return { id }
    })
  },
})

const audienceOf = ({ memberId, shared }: Pick<ViewFace, 'memberId' | 'shared'>): Audience =>
  shared ? { permission: 'post:read' } : { memberId }

/** One that the actor can see: their own, or a shared one. */
async function load(tx: Tx, id: string): Promise<typeof savedView.$inferSelect> {
  const [row] = await tx.db
    .select()
    .from(savedView)
    .where(and(eq(savedView.workspaceId, tx.ctx.workspaceId), eq(savedView.id, id)))
  const seen = row && (row.memberId === tx.ctx.memberId || (row.shared && may(tx.ctx.grants, 'post:read')))
  if (!seen) throw notFound()
  return row
}
