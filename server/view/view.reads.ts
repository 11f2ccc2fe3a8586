import { and, asc, eq, or } from 'drizzle-orm'
import { savedView } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { ViewFace } from './view.rules.ts'

/** One's own views and the shared ones, by name. */
export async function readViews(ctx: Ctx): Promise<ViewFace[]> {
  const { id, memberId, name, query, shared } = savedView
  return ctx.store.read
    .select({ id, memberId, name, query, shared })
    .from(savedView)
    .where(
      and(
        eq(savedView.workspaceId, ctx.workspaceId),
        or(eq(savedView.memberId, ctx.memberId ?? ''), eq(savedView.shared, true)),
      ),
    )
    .orderBy(asc(savedView.name), asc(savedView.id))
}
