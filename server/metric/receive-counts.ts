import type { Receiver } from '../channel/receiver.ts'
import { adoptDeliveries } from './adopt-deliveries.ts'
import { keepCounts } from './keep-counts.ts'

/** Counts that a network tells along with its news are kept at once: a like moves the dashboard within the poll. */
export const receiveCounts: Receiver = async (tx, channel, page) => {
  if (!page.counts.length) return
  await adoptDeliveries(tx, channel.id)
  await keepCounts(tx, channel, page.counts)
}
