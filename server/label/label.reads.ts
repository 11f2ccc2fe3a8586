import { and, eq, isNull, sql } from 'drizzle-orm'
import { post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { LabelFace } from './label.rules.ts'
import { labelsOf } from './resolve-labels.ts'

/** The labels of the workspace by name, with how many posts have each, archived ones left out. */
export async function readLabels(ctx: Ctx): Promise<(LabelFace & { posts: number })[]> {
  const labels = await labelsOf(ctx.store.read, ctx.workspaceId)
  const rows = await ctx.store.read
    .select({ labels: post.labels })
    .from(post)
    .where(
      and(
        eq(post.workspaceId, ctx.workspaceId),
        isNull(post.archivedAt),
        sql`cast(${post.labels} as text) <> '[]'`,
      ),
    )
  const counts = new Map<string, number>()
  for (const row of rows) for (const id of row.labels) counts.set(id, (counts.get(id) ?? 0) + 1)
  return labels.map((one) => ({ ...one, posts: counts.get(one.id) ?? 0 }))
}
