import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { canvas } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { checkPlaces } from '../post/places.ts'
import { canvasName, canvasObjects } from './canvas.rules.ts'
import { keepPacked } from './keep-canvas.ts'
import { packObjects } from './pack.ts'

/**
 * Makes a canvas of a team, with what a template or a copy brings. The id may come from the client, so that a retry
 * never makes a second one.
 */
export const createCanvas = verb({
  name: 'canvas.create',
  permission: 'canvas:write',
  input: z.object({
    id: z.uuid().optional(),
    teamId: z.string(),
    campaignId: z.string().nullable().default(null),
    name: canvasName,
    objects: canvasObjects.default({}),
  }),
  async run(ctx, { id = newId(), teamId, campaignId, name, objects }): Promise<{ id: string }> {
    permit(ctx, 'canvas:write', teamId)
    const packed = await packObjects(objects)
    return transact(ctx, async (tx) => {
      const [known] = await tx.db
        .select({ id: canvas.id })
        .from(canvas)
        .where(and(eq(canvas.workspaceId, ctx.workspaceId), eq(canvas.id, id), eq(canvas.teamId, teamId)))
      if (known) return { id }
      await checkPlaces(tx, { teamId, campaignId })
      const face = { id, teamId, campaignId, name }
      await tx.db.insert(canvas).values({
        ...face,
        workspaceId: ctx.workspaceId,
        createdBy: ctx.memberId,
        createdAt: tx.now,
        changedAt: tx.now,
      })
      await keepPacked(tx, { id, reason: 'auto' }, packed)
      emit(
        tx,
        'canvas.created',
        { canvas: face },
        { subjectId: id, audience: { permission: 'canvas:read', teamId } },
      )
      return { id }
    })
  },
})
