import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { canvas, canvasSnapshot } from '#db/schema.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import type { Permission } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'

export type CanvasRow = typeof canvas.$inferSelect

/** A canvas, for whoever may do this with it; an archived one only when it is asked for. Throws `request.notFound` or `request.forbidden`. */
export async function loadCanvas(
  ctx: Ctx,
  db: Db,
  id: string,
  permission: Permission = 'canvas:write',
  { archived = false }: { archived?: boolean } = {},
): Promise<CanvasRow> {
  const [row] = await db
    .select()
    .from(canvas)
    .where(
      and(
        eq(canvas.workspaceId, ctx.workspaceId),
        eq(canvas.id, id),
        archived ? undefined : isNull(canvas.archivedAt),
      ),
    )
  if (!row) throw notFound()
  permit(ctx, permission, row.teamId)
  return row
}

/** The newest snapshot of a canvas, with its bytes. */
export async function newestSnapshot(db: Db, workspaceId: string, canvasId: string) {
  const [row] = await db
    .select()
    .from(canvasSnapshot)
    .where(and(eq(canvasSnapshot.workspaceId, workspaceId), eq(canvasSnapshot.canvasId, canvasId)))
    .orderBy(desc(canvasSnapshot.createdAt), desc(canvasSnapshot.id))
    .limit(1)
  return row
}
