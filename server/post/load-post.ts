import { and, eq } from 'drizzle-orm'
import { post } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { may, type Permission } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'

export type PostRow = typeof post.$inferSelect

/**
 * The post as it is inside the transaction. Of another workspace, or of a team whose posts the actor may not read, it
 * is "not found", so that ids tell nothing; without the permission it is "forbidden". Archived posts are found only
 * when asked for.
 */
export async function loadPost(
  tx: Tx,
  id: string,
  permission: Permission = 'post:write',
  { archived = false } = {},
): Promise<PostRow> {
  const row = await readable(tx.ctx, tx.db, id)
  permit(tx.ctx, permission, row.teamId)
  if ((row.archivedAt !== null) !== archived) throw notFound()
  return row
}

async function readable(ctx: Ctx, db: Tx['db'], id: string): Promise<PostRow> {
  const [row] = await db
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.id, id)))
  if (!row || !may(ctx.grants, 'post:read', row.teamId)) throw notFound()
  return row
}
