import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { series, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { transact } from '../core/transact.ts'
import { job } from '../job/job.ts'
import { fillSeries, missingSlots, type SeriesRow } from './fill-series.ts'

/**
 * Makes the copies whose day has come within the horizon. By the hour, so that a house that sleeps at night misses none; only
 * a series that lacks one takes the workspace's lock.
 */
export const fillAllSeries = job({
  kind: 'series.fill',
  payload: z.object({}),
  async run(_payload, { app, extend, stopping }) {
    const companies = await app.store.read.select({ id: workspace.id }).from(workspace)
    for (const { id } of companies)
      for (const row of await runningSeries(app, id)) {
        if (stopping()) return
        const missing = await missingSlots(app.store.read, row, app.now())
        if (!missing?.slots.length) continue
        await extend()
        await transact(await systemCtx(app, id), async (tx) => {
          // Ended or changed meanwhile: what it is now counts.
          const [now] = await tx.db.select().from(series).where(running(id, row.id))
          if (now) await fillSeries(tx, now)
        })
      }
  },
})

const running = (workspaceId: string, id?: string) =>
  and(eq(series.workspaceId, workspaceId), isNull(series.endedAt), id ? eq(series.id, id) : undefined)

const runningSeries = (app: App, workspaceId: string): Promise<SeriesRow[]> =>
  app.store.read.select().from(series).where(running(workspaceId))
