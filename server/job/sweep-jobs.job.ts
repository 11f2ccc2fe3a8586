import { and, eq, inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import { job as jobTable } from '#db/schema.ts'
import { job } from './job.ts'

const DAY_MS = 86_400_000
/** How long the rows of finished jobs are kept, by how they ended. Milliseconds. */
export const KEPT_JOBS_MS = { done: 7 * DAY_MS, parked: 90 * DAY_MS } as const
/** Rows deleted at once: others write in between. */
const BATCH = 500

/** Deletes the rows of jobs that ended long ago. */
export const sweepJobs = job({
  kind: 'job.sweep',
  payload: z.object({}),
  async run(_, { app, extend, stopping }) {
    for (const state of ['done', 'parked'] as const) {
      const before = app.now() - KEPT_JOBS_MS[state]
      const old = app.store.read
        .select({ id: jobTable.id })
        .from(jobTable)
        // No job ends before it may begin, so the index of what is due finds them.
        .where(and(eq(jobTable.state, state), lt(jobTable.runAt, before), lt(jobTable.finishedAt, before)))
        .limit(BATCH)
      for (let rows = await old; rows.length && !stopping(); rows = await old) {
        const ids = rows.map(({ id }) => id)
        // The state again: a parked one may have been sent off once more meanwhile.
        await app.store.write((db) =>
          db.delete(jobTable).where(and(inArray(jobTable.id, ids), eq(jobTable.state, state))),
        )
        await extend()
      }
    }
  },
})
