import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { canvas, canvasSnapshot } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may, teamsWith } from '../member/permission.rules.ts'
import type { CanvasObjects } from './canvas.rules.ts'
import { loadCanvas, newestSnapshot } from './load-canvas.ts'
import { unpackObjects } from './pack.ts'
import { pictureOf } from './picture.rules.ts'

const { id, teamId, campaignId, name, objects, createdBy, createdAt, changedAt } = canvas

const seen = (ctx: Ctx, permission: 'canvas:read' | 'canvas:write') => {
  const teams = teamsWith(ctx.grants, permission)
  return teams === 'all' ? undefined : inArray(canvas.teamId, teams)
}

/** Archived canvases that are listed at most. */
const MOST_ARCHIVED = 200

/** The archived canvases that the reader may bring back, the last archived first. */
export const readArchivedCanvases = (ctx: Ctx) =>
  ctx.store.read
    .select({ id, teamId, name, archivedAt: canvas.archivedAt })
    .from(canvas)
    .where(
      and(eq(canvas.workspaceId, ctx.workspaceId), isNotNull(canvas.archivedAt), seen(ctx, 'canvas:write')),
    )
    .orderBy(desc(canvas.archivedAt), desc(canvas.id))
    .limit(MOST_ARCHIVED)

export type ArchivedCanvas = Awaited<ReturnType<typeof readArchivedCanvases>>[number]

/** The canvases of the teams the reader sees, the last changed first. */
export async function readCanvases(ctx: Ctx) {
  return ctx.store.read
    .select({ id, teamId, campaignId, name, objects, createdBy, createdAt, changedAt })
    .from(canvas)
    .where(and(eq(canvas.workspaceId, ctx.workspaceId), isNull(canvas.archivedAt), seen(ctx, 'canvas:read')))
    .orderBy(desc(canvas.changedAt), desc(canvas.id))
}

export type CanvasLine = Awaited<ReturnType<typeof readCanvases>>[number]

/**
 * One canvas and whether the reader may change it; an archived one is to be looked at. Throws `request.notFound` or
 * `request.forbidden`.
 */
export async function readCanvas(ctx: Ctx, canvasId: string) {
  const row = await loadCanvas(ctx, ctx.store.read, canvasId, 'canvas:read', { archived: true })
  return {
    id: row.id,
    teamId: row.teamId,
    campaignId: row.campaignId,
    name: row.name,
    archived: row.archivedAt !== null,
    /** Once it is not archived. */
    write: may(ctx.grants, 'canvas:write', row.teamId),
    talk: {
      read: may(ctx.grants, 'comment:read', row.teamId),
      write: may(ctx.grants, 'comment:write', row.teamId),
    },
  }
}

export type CanvasHead = Awaited<ReturnType<typeof readCanvas>>

/** What can be brought back, newest first. */
export async function readSnapshots(ctx: Ctx, canvasId: string) {
  await loadCanvas(ctx, ctx.store.read, canvasId, 'canvas:read', { archived: true })
  return ctx.store.read
    .select({
      id: canvasSnapshot.id,
      reason: canvasSnapshot.reason,
      label: canvasSnapshot.label,
      objects: canvasSnapshot.objects,
      createdBy: canvasSnapshot.createdBy,
      createdAt: canvasSnapshot.createdAt,
    })
    .from(canvasSnapshot)
    .where(and(eq(canvasSnapshot.workspaceId, ctx.workspaceId), eq(canvasSnapshot.canvasId, canvasId)))
    .orderBy(desc(canvasSnapshot.createdAt), desc(canvasSnapshot.id))
}

export type SnapshotLine = Awaited<ReturnType<typeof readSnapshots>>[number]

/** What stands on a canvas as it was last kept, and when, epoch ms; refuses as `readCanvas`. */
export async function readKept(
  ctx: Ctx,
  canvasId: string,
): Promise<{ objects: CanvasObjects; keptAt: number | null }> {
  await loadCanvas(ctx, ctx.store.read, canvasId, 'canvas:read')
  const newest = await newestSnapshot(ctx.store.read, ctx.workspaceId, canvasId)
  if (!newest) return { objects: {}, keptAt: null }
  return { objects: await unpackObjects(newest.packed), keptAt: newest.createdAt }
}

/** A small picture of a canvas as it was last kept, SVG; null when nothing was on it. Refuses as `readCanvas`. */
export const readPicture = async (ctx: Ctx, canvasId: string): Promise<string | null> =>
  pictureOf((await readKept(ctx, canvasId)).objects)
