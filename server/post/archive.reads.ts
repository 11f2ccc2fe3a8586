import { and, desc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm'
import { post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import type { Stage } from './stage.rules.ts'

export interface ArchivedPost {
  id: string
  title: string
  teamId: string
  stage: Stage
  labels: string[]
  campaignId: string | null
  archivedAt: number
}

const PAGE = 50

/**
 * Archived posts of the teams the reader sees, the last archived first; `q` occurs in their title. `next` is where the
 * page after this one begins, or null.
 */
export async function readArchive(
  ctx: Ctx,
  { q = '', before = '' }: { q?: string; before?: string } = {},
): Promise<{ posts: ArchivedPost[]; next: string | null }> {
  const teams = teamsWith(ctx.grants, 'post:read')
  const [, at = '', last = ''] = /^(\d{1,16})-([\w-]{1,64})$/.exec(before) ?? []
  const words = q.trim().slice(0, 200)
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, (one) => `\\${one}`)}%`
  const rows = await ctx.store.read
    .select({
      id: post.id,
      title: post.title,
      teamId: post.teamId,
      stage: post.stage,
      labels: post.labels,
      campaignId: post.campaignId,
      archivedAt: post.archivedAt,
    })
    .from(post)
    .where(
      and(
        eq(post.workspaceId, ctx.workspaceId),
        isNotNull(post.archivedAt),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
        words ? sql`lower(${post.title}) like ${pattern} escape '\\'` : undefined,
        at
          ? or(lt(post.archivedAt, Number(at)), and(eq(post.archivedAt, Number(at)), lt(post.id, last)))
          : undefined,
      ),
    )
    .orderBy(desc(post.archivedAt), desc(post.id))
    .limit(PAGE + 1)
  const posts = rows.slice(0, PAGE).map((row) => ({ ...row, archivedAt: row.archivedAt ?? 0 }))
  const end = posts.at(-1)
  return { posts, next: rows.length > PAGE && end ? `${end.archivedAt}-${end.id}` : null }
}
