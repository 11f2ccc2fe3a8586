import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { post, series } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { PostRow } from '../post/load-post.ts'
import { repeatOf, rests } from './fill-series.ts'
import type { SeriesView } from './series.rules.ts'

/** The series a post began or is a copy of. The caller has asked whether the post may be read. */
export async function readSeriesOf(
  ctx: Ctx,
  { id, seriesId, sendAt, updatedAt }: Pick<PostRow, 'id' | 'seriesId' | 'sendAt' | 'updatedAt'>,
): Promise<SeriesView | null> {
  if (seriesId === null) return null
  const { workspaceId } = ctx
  const db = ctx.store.read
  const [found] = await db
    .select({ row: series, title: post.title, archivedAt: post.archivedAt, seriesDay: post.seriesDay })
    .from(series)
    .innerJoin(post, eq(post.id, series.postId))
    .where(and(eq(series.workspaceId, workspaceId), eq(series.id, seriesId), isNull(series.endedAt)))
  if (!found) return null
  const ahead = await db
    .select({
      id: post.id,
      sendAt: post.sendAt,
      createdAt: post.createdAt,
      updatedAt: post.updatedAt,
      penMemberId: post.penMemberId,
    })
    .from(post)
    .where(
      and(
        eq(post.workspaceId, workspaceId),
        eq(post.seriesId, seriesId),
        isNotNull(post.seriesDay),
        isNull(post.archivedAt),
        gt(post.sendAt, ctx.now()),
      ),
    )
    .orderBy(asc(post.sendAt))
  const untouched = ahead.filter((one) => one.updatedAt === one.createdAt && !one.penMemberId)
  return {
    ...repeatOf(found.row),
    id: seriesId,
    postId: found.row.postId,
    title: found.title,
    resting: rests(found),
    nextAt: ahead[0]?.sendAt ?? null,
    ahead: ahead.length,
    untouched: untouched.length,
    behind: untouched.filter(
      (one) => one.id !== id && sendAt !== null && (one.sendAt ?? 0) > sendAt && one.createdAt < updatedAt,
    ).length,
  }
}
