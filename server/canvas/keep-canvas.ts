import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { canvas, canvasSnapshot } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import type { CanvasObjects } from './canvas.rules.ts'
import { type SnapshotReason, toThin } from './keep.rules.ts'
import { newestSnapshot } from './load-canvas.ts'
import { type Packed, packObjects } from './pack.ts'

interface Keep {
  id: string
  reason: SnapshotReason
  label?: string
}

/**
 * Puts a snapshot of these objects into the database. Null when the newest one holds the same and nobody asked for
 * another (`auto`, `before`). `also` is done in the same transaction.
 */
export async function keepCanvas(
  ctx: Ctx,
  keep: Keep,
  objects: CanvasObjects,
  also?: (tx: Tx) => Promise<void> | void,
): Promise<{ id: string } | null> {
  const packed = await packObjects(objects)
  return transact(ctx, async (tx) => {
    const kept = await keepPacked(tx, keep, packed)
    await also?.(tx)
    return kept
  })
}

/** The same with what is packed already, inside a transaction. */
export async function keepPacked(
  tx: Tx,
  { id, reason, label = '' }: Keep,
  packed: Packed,
): Promise<{ id: string } | null> {
  const { workspaceId, memberId } = tx.ctx
  const newest = await newestSnapshot(tx.db, workspaceId, id)
  const changed = newest?.hash !== packed.hash
  if (!changed && (reason === 'auto' || reason === 'before')) return null
  const row = { id: newId(), workspaceId, canvasId: id, reason, label, ...packed }
  // Never before another: by the clock of another process it could otherwise be older than what it replaces.
  const createdAt = Math.max(tx.now, (newest?.createdAt ?? 0) + 1)
  await tx.db.insert(canvasSnapshot).values({ ...row, createdBy: memberId, createdAt })
  if (changed)
    await tx.db
      .update(canvas)
      .set({ changedAt: tx.now, objects: packed.objects })
      .where(and(eq(canvas.workspaceId, workspaceId), eq(canvas.id, id)))
  await thin(tx, id)
  return { id: row.id }
}

async function thin(tx: Tx, canvasId: string): Promise<void> {
  const mine = and(eq(canvasSnapshot.workspaceId, tx.ctx.workspaceId), eq(canvasSnapshot.canvasId, canvasId))
  const { id, reason, createdAt } = canvasSnapshot
  const gone = toThin(await tx.db.select({ id, reason, createdAt }).from(canvasSnapshot).where(mine), tx.now)
  if (gone.length) await tx.db.delete(canvasSnapshot).where(and(mine, inArray(canvasSnapshot.id, gone)))
}
