import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { importRun } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'

export type ImportRow = typeof importRun.$inferSelect

/**
 * An import one may see: a file that waits is its uploader's alone; what was begun is everybody's who may import into
 * the team. Otherwise it is not there.
 */
export async function loadImport(db: Db, ctx: Ctx, id: string): Promise<ImportRow> {
  const [row] = await db
    .select()
    .from(importRun)
    .where(and(eq(importRun.workspaceId, ctx.workspaceId), eq(importRun.id, id)))
  if (!row || !maySee(ctx, row)) throw notFound()
  return row
}

export const maySee = (ctx: Ctx, row: Pick<ImportRow, 'teamId' | 'memberId' | 'state'>): boolean =>
  may(ctx.grants, 'import:run', row.teamId) && (row.state !== 'ready' || row.memberId === ctx.memberId)
