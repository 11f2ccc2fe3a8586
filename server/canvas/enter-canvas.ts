import { and, eq } from 'drizzle-orm'
import { canvas } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import type { Presence } from '../platform/presence/presence.ts'
import { fillRoom } from './canvas-room.ts'

/** Rooms known to hold something, by presence server; forgotten when that goes, for it may come back without them. */
const filled = new WeakMap<Presence, Set<string>>()

function filledOf(presence: Presence): Set<string> {
  const known = filled.get(presence)
  if (known) return known
  const made = new Set<string>()
  filled.set(presence, made)
  presence.onState((state) => {
    if (state !== 'up') made.clear()
  })
  return made
}

/**
 * Whether somebody may be on a canvas, and change it; null: they may not. Sees to it that the room is filled before
 * anybody is in it. Throws `canvas.away` while presence cannot be reached.
 */
export async function enterCanvas(ctx: Ctx, id: string): Promise<{ write: boolean } | null> {
  const { app, workspaceId } = ctx
  const [row] = await ctx.store.read
    .select({ teamId: canvas.teamId, archivedAt: canvas.archivedAt })
    .from(canvas)
    .where(and(eq(canvas.workspaceId, workspaceId), eq(canvas.id, id)))
  if (!row || !may(ctx.grants, 'canvas:read', row.teamId)) return null
  const known = filledOf(app.presence)
  if (!known.has(id)) {
    await fillRoom(app, workspaceId, id)
    known.add(id)
  }
  return { write: row.archivedAt === null && may(ctx.grants, 'canvas:write', row.teamId) }
}
