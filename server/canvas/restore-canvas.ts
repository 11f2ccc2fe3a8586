import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { canvasSnapshot } from '#db/schema.ts'
import { emit } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'
import { fillRoom, readRoom, replaceRoom } from './canvas-room.ts'
import { keepCanvas } from './keep-canvas.ts'
import { loadCanvas } from './load-canvas.ts'
import { unpackObjects } from './pack.ts'

/** What is being brought back, by canvas: of two at once, half of each would stay. */
const under = new Map<string, Promise<unknown>>()

function inTurn<T>(canvasId: string, work: () => Promise<T>): Promise<T> {
  const before = under.get(canvasId) ?? Promise.resolve()
  const mine = before.then(work, work)
  under.set(canvasId, mine)
  const done = () => {
    if (under.get(canvasId) === mine) under.delete(canvasId)
  }
  mine.then(done, done)
  return mine
}

/**
 * Brings an older snapshot back, in front of everybody who is there. The present is kept first, so that nothing is lost
 * by it. Throws `canvas.away` while presence is: then nothing has changed; and `canvas.half` when it went meanwhile.
 */
export const restoreCanvas = verb({
  name: 'canvas.restore',
  permission: 'canvas:write',
  input: z.object({ id: z.string(), snapshotId: z.string() }),
  async run(ctx, { id, snapshotId }): Promise<{ id: string }> {
    const { app, workspaceId } = ctx
    const { name, teamId } = await loadCanvas(ctx, ctx.store.read, id)
    const [row] = await ctx.store.read
      .select()
      .from(canvasSnapshot)
      .where(
        and(
          eq(canvasSnapshot.workspaceId, workspaceId),
          eq(canvasSnapshot.canvasId, id),
          eq(canvasSnapshot.id, snapshotId),
        ),
      )
    if (!row) throw notFound()
    const objects = await unpackObjects(row.packed)
    await inTurn(id, async () => {
      if (!(await readRoom(app, workspaceId, id))) await fillRoom(app, workspaceId, id)
      const present = await readRoom(app, workspaceId, id)
      if (present) await keepCanvas(ctx, { id, reason: 'before' }, present)
      await replaceRoom(app, workspaceId, id, objects)
      await keepCanvas(ctx, { id, reason: 'restored' }, objects, (tx) =>
        emit(
          tx,
          'canvas.restored',
          { id, name, at: row.createdAt, objects: row.objects },
          { subjectId: id, audience: { permission: 'canvas:read', teamId } },
        ),
      )
    })
    return { id }
  },
})
