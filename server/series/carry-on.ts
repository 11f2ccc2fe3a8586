import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { series } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { loadPost } from '../post/load-post.ts'
import type { SeriesChanged } from './change-series.ts'
import { fillSeries } from './fill-series.ts'
import { keptCopies } from './kept-copies.ts'
import { copiesAhead, loadSeries, removeUntouched } from './load-series.ts'

/**
 * Carries what one post of a series says on to those after it: from now on copies are made of this one, and those after it
 * that nobody has touched are replaced. What is in review, approved, scheduled, out or tied to regions stays, and is counted. Of the first post that is all of them, of a copy this and the following.
 * Problems: series.none, series.needsTime.
 */
export const carryOn = verb({
  name: 'series.carryOn',
  permission: 'post:write',
  input: z.object({ postId: z.string() }),
  run(ctx, { postId }): Promise<SeriesChanged & { id: string }> {
    return transact(ctx, async (tx) => {
      const one = await loadPost(tx, postId, 'post:write')
      if (one.seriesId === null) throw new Problem('series.none')
      const { sendAt } = one
      if (sendAt === null) throw new Problem('series.needsTime')
      const row = { ...(await loadSeries(tx, one.seriesId)), postId }
      await tx.db
        .update(series)
        .set({ postId })
        .where(and(eq(series.workspaceId, ctx.workspaceId), eq(series.id, row.id)))
      const after = (await copiesAhead(tx, row.id)).filter(
        (copy) => copy.id !== postId && (copy.sendAt ?? 0) > sendAt,
      )
      const gone = await removeUntouched(tx, after)
      emit(
        tx,
        'series.changed',
        { seriesId: row.id, title: one.title },
        { subjectId: postId, audience: { permission: 'post:read', teamId: row.teamId } },
      )
      const made = await fillSeries(tx, row, [...gone])
      return { id: row.id, made, removed: gone.size, ...(await keptCopies(tx, after, gone)) }
    })
  },
})
