import { z } from 'zod'
import { delivery, workspace } from '#db/schema.ts'
import { insertJob } from '../job/enqueue.ts'
import { job } from '../job/job.ts'
import { isDue } from './claim-delivery.ts'
import { sendDelivery } from './send-delivery.job.ts'

/** Finds, each minute, what is due and has no job of its own (parked, or lost with a restored backup), and gives it one. */
export const sweepDeliveries = job({
  kind: 'delivery.sweep',
  payload: z.object({}),
  async run(_payload, { app }) {
    const now = app.now()
    const companies = await app.store.read.select({ id: workspace.id }).from(workspace)
    for (const { id: workspaceId } of companies) {
      const due = await app.store.read
        .select({ id: delivery.id })
        .from(delivery)
        .where(isDue(workspaceId, now))
      if (!due.length) continue
      await app.store.write(async (db) => {
        for (const { id } of due)
          await insertJob(db, sendDelivery, { deliveryId: id }, { workspaceId, now, key: id })
      })
      app.signal.send('jobsAdded')
    }
  },
})
