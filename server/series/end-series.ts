import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { post, series } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import type { SeriesChanged } from './change-series.ts'
import { tellFilled, titleOf } from './fill-series.ts'
import { keptCopies } from './kept-copies.ts'
import { copiesAhead, loadSeries, removeUntouched } from './load-series.ts'

/** Ends a series. With `remove` the copies ahead that nobody has touched go; all others are posts like any other. */
export const endSeries = verb({
  name: 'series.end',
  permission: 'post:write',
  input: z.object({ id: z.string(), remove: z.boolean() }),
  run(ctx, { id, remove }): Promise<SeriesChanged> {
    return transact(ctx, async (tx) => {
      const row = await loadSeries(tx, id)
      const { workspaceId } = ctx
      const ahead = await copiesAhead(tx, id)
      const gone = remove ? await removeUntouched(tx, ahead) : new Set<string>()
      await tx.db
        .update(post)
        .set({ seriesId: null, seriesDay: null })
        .where(and(eq(post.workspaceId, workspaceId), eq(post.seriesId, id)))
      await tx.db
        .update(series)
        .set({ endedAt: tx.now })
        .where(and(eq(series.workspaceId, workspaceId), eq(series.id, id)))
      await tellFilled(tx, row, [], [...gone])
      emit(
        tx,
        'series.ended',
        { seriesId: id, title: await titleOf(tx, row) },
        { subjectId: row.postId, audience: { permission: 'post:read', teamId: row.teamId } },
      )
      return { made: 0, removed: gone.size, ...(await keptCopies(tx, ahead, gone)) }
    })
  },
})
