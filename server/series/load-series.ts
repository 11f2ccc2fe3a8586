import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { post, series } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { may } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import type { PostRow } from '../post/load-post.ts'
import { removePosts } from '../post/remove-posts.ts'
import type { SeriesRow } from './fill-series.ts'

/** A series that runs, for somebody who may write its team's posts; “not found” for those who may not even read them. */
export async function loadSeries(tx: Tx, id: string): Promise<SeriesRow> {
  const [row] = await tx.db
    .select()
    .from(series)
    .where(and(eq(series.workspaceId, tx.ctx.workspaceId), eq(series.id, id), isNull(series.endedAt)))
  if (!row || !may(tx.ctx.grants, 'post:read', row.teamId)) throw notFound()
  permit(tx.ctx, 'post:write', row.teamId)
  return row
}

/** The copies that lie ahead, as far as nobody has archived them. */
export const copiesAhead = (tx: Tx, id: string): Promise<PostRow[]> =>
  tx.db
    .select()
    .from(post)
    .where(
      and(
        eq(post.workspaceId, tx.ctx.workspaceId),
        eq(post.seriesId, id),
        isNotNull(post.seriesDay),
        isNull(post.archivedAt),
        gt(post.sendAt, tx.now),
      ),
    )

/** Removes those of these copies that nobody has touched since they were made. Gives the ids of those that are gone. */
export const removeUntouched = (tx: Tx, copies: readonly PostRow[]): Promise<Set<string>> =>
  removePosts(
    tx,
    copies.map(({ id, createdAt }) => ({ postId: id, touchedAt: createdAt })),
  )
