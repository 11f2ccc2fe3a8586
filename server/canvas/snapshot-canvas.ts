import { z } from 'zod'
import type { Ctx } from '../core/ctx.ts'
import { emit } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import type { CanvasObjects } from './canvas.rules.ts'
import { canvasName } from './canvas.rules.ts'
import { readRoom } from './canvas-room.ts'
import { keepCanvas } from './keep-canvas.ts'
import { loadCanvas, newestSnapshot } from './load-canvas.ts'
import { unpackObjects } from './pack.ts'

/** What is on a canvas now: what its room holds, or the newest snapshot when nobody has been in it. */
export async function presentObjects(ctx: Ctx, id: string): Promise<CanvasObjects> {
  const { app, workspaceId } = ctx
  const here = await readRoom(app, workspaceId, id)
  if (here) return here
  const newest = await newestSnapshot(ctx.store.read, workspaceId, id)
  return newest ? unpackObjects(newest.packed) : {}
}

/** Keeps a canvas as it is now, under a name. */
export const snapshotCanvas = verb({
  name: 'canvas.snapshot',
  permission: 'canvas:write',
  input: z.object({ id: z.string(), label: canvasName }),
  async run(ctx, { id, label }): Promise<{ id: string }> {
    const { name, teamId } = await loadCanvas(ctx, ctx.store.read, id)
    const objects = await presentObjects(ctx, id)
    const kept = await keepCanvas(ctx, { id, reason: 'manual', label }, objects, (tx) =>
      emit(
        tx,
        'canvas.kept',
        { id, name, label, objects: Object.keys(objects).length },
        { subjectId: id, audience: { permission: 'canvas:read', teamId } },
      ),
    )
    return { id: kept?.id ?? '' }
  },
})
