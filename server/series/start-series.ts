import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { series } from '#db/schema.ts'
import { transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { changeCard } from '../post/change-card.ts'
import { loadPost } from '../post/load-post.ts'
import { fillSeries } from './fill-series.ts'
import { type RepeatEnd, repeatEnd, repeatRule } from './series.rules.ts'

/** Refuses an end that leaves nothing to come. */
export function refuseEnd(end: RepeatEnd, firstDay: string): void {
  if (end && 'until' in end && end.until <= firstDay)
    throw new Problem('series.endsBeforeStart', { field: 'end', status: 422 })
}

/**
 * Lets a post come again by a rule, from its send time on: makes the copies of the next 90 days at once. Problems:
 * series.needsTime, series.already, series.endsBeforeStart.
 */
export const startSeries = verb({
  name: 'series.start',
  permission: 'post:write',
  input: z.object({
    /** Made by the client, so that a retry never makes a second series. */
    id: z.uuid().optional(),
    postId: z.string(),
    rule: repeatRule,
    end: repeatEnd,
  }),
  run(ctx, { id = newId(), postId, rule, end }): Promise<{ id: string; made: number }> {
    return transact(ctx, async (tx) => {
      const { workspaceId } = ctx
      const row = await loadPost(tx, postId)
      const [known] = await tx.db
        .select()
        .from(series)
        .where(and(eq(series.workspaceId, workspaceId), eq(series.id, id)))
      if (known?.postId === postId) return { id, made: 0 }
      if (row.seriesId !== null) throw new Problem('series.already', { status: 409 })
      if (row.sendLocal === null || row.sendZone === null) throw new Problem('series.needsTime')
      const [firstDay = '', time = ''] = row.sendLocal.split('T')
      refuseEnd(end, firstDay)
      const [made] = await tx.db
        .insert(series)
        .values({
          ...{ id, workspaceId, teamId: row.teamId, postId, rule, ends: end, firstDay, time },
          zone: row.sendZone,
          createdBy: ctx.memberId,
          createdAt: tx.now,
        })
        .returning()
      await changeCard(tx, row, 'series.started', { seriesId: id }, {}, { seriesId: id })
      return { id, made: made ? await fillSeries(tx, made) : 0 }
    })
  },
})
