import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { canvas } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { canvasName, canvasRoom } from './canvas.rules.ts'
import { loadCanvas } from './load-canvas.ts'

/** Calls a canvas something else. */
export const renameCanvas = verb({
  name: 'canvas.rename',
  permission: 'canvas:write',
  input: z.object({ id: z.string(), name: canvasName }),
  run(ctx, { id, name }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      const { teamId } = await loadCanvas(ctx, tx.db, id)
      await tx.db
        .update(canvas)
        .set({ name })
        .where(and(eq(canvas.workspaceId, ctx.workspaceId), eq(canvas.id, id)))
      emit(
        tx,
        'canvas.renamed',
        { id, name },
        { subjectId: id, audience: { permission: 'canvas:read', teamId } },
      )
      return { id }
    })
  },
})

/** Takes a canvas out of the lists; from then on nobody changes it, until it is brought back. Its snapshots stay. */
export const archiveCanvas = verb({
  name: 'canvas.archive',
  permission: 'canvas:write',
  input: z.object({ id: z.string() }),
  async run(ctx, { id }): Promise<{ id: string }> {
    await transact(ctx, async (tx) => {
      const { teamId, name } = await loadCanvas(ctx, tx.db, id)
      await tx.db
        .update(canvas)
        .set({ archivedAt: tx.now })
        .where(and(eq(canvas.workspaceId, ctx.workspaceId), eq(canvas.id, id)))
      emit(
        tx,
        'canvas.archived',
        { id, name },
        { subjectId: id, audience: { permission: 'canvas:read', teamId } },
      )
    })
    ctx.app.presence.cut({ room: canvasRoom(ctx.workspaceId, id) })
    return { id }
  },
})

/** Puts an archived canvas back into the lists, to be worked on again. Nothing when it is there. */
export const unarchiveCanvas = verb({
  name: 'canvas.unarchive',
  permission: 'canvas:write',
  input: z.object({ id: z.string() }),
  async run(ctx, { id }): Promise<{ id: string }> {
    await transact(ctx, async (tx) => {
      const { teamId, name, archivedAt } = await loadCanvas(ctx, tx.db, id, 'canvas:write', {
        archived: true,
      })
      if (archivedAt === null) return
      await tx.db
        .update(canvas)
        .set({ archivedAt: null })
        .where(and(eq(canvas.workspaceId, ctx.workspaceId), eq(canvas.id, id)))
      emit(
        tx,
        'canvas.unarchived',
        { id, name },
        { subjectId: id, audience: { permission: 'canvas:read', teamId } },
      )
    })
    // Whoever looks at it asks again, and then may change it.
    ctx.app.presence.cut({ room: canvasRoom(ctx.workspaceId, id) })
    return { id }
  },
})
