import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { post, series } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { fillSeries, repeatOf, type SeriesRow, titleOf } from './fill-series.ts'
import { keptCopies } from './kept-copies.ts'
import { copiesAhead, loadSeries, removeUntouched } from './load-series.ts'
import { clockTime, type KeptCopies, repeatEnd, repeatRule, slotsAhead } from './series.rules.ts'
import { refuseEnd } from './start-series.ts'

/** How many copies came, how many gave way, and how many that somebody has touched stay as they are, and why. */
export interface SeriesChanged {
  made: number
  removed: number
  kept: number
  because: KeptCopies
}

/**
 * Gives a series another rule, end or time of the day. Copies ahead that nobody has touched are replaced by what fits it;
 * touched ones stay. Copies that fit still, of a post that has not changed since, stay too. Problem: series.endsBeforeStart.
 */
export const changeSeries = verb({
  name: 'series.change',
  permission: 'post:write',
  input: z.object({ id: z.string(), rule: repeatRule, end: repeatEnd, time: clockTime }),
  run(ctx, { id, rule, end, time }): Promise<SeriesChanged> {
    return transact(ctx, async (tx) => {
      const before = await loadSeries(tx, id)
      refuseEnd(end, before.firstDay)
      const row: SeriesRow = { ...before, rule, ends: end, time }
      await tx.db
        .update(series)
        .set({ rule, ends: end, time })
        .where(and(eq(series.workspaceId, ctx.workspaceId), eq(series.id, id)))
      const [template] = await tx.db
        .select({ updatedAt: post.updatedAt })
        .from(post)
        .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.id, row.postId)))
      const slots = new Map(slotsAhead(repeatOf(row), tx.now).map((slot) => [slot.day, slot]))
      const ahead = await copiesAhead(tx, id)
      const differ = ahead.filter(
        (one) =>
          slots.get(one.seriesDay ?? '')?.at !== one.sendAt || (template?.updatedAt ?? 0) > one.createdAt,
      )
      const gone = await removeUntouched(tx, differ)
      emit(
        tx,
        'series.changed',
        { seriesId: id, title: await titleOf(tx, row) },
        { subjectId: row.postId, audience: { permission: 'post:read', teamId: row.teamId } },
      )
      const made = await fillSeries(tx, row, [...gone])
      return { made, removed: gone.size, ...(await keptCopies(tx, differ, gone)) }
    })
  },
})
