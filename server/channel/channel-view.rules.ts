import { z } from 'zod'
import { cadenceOf } from './cadence.rules.ts'
import { CHANNEL_STATUSES, cadence } from './channel.rules.ts'

/** A channel as everybody who may see it is told of it. Never its credentials. */
export const channelView = z.object({
  id: z.string(),
  teamId: z.string(),
  network: z.string(),
  name: z.string(),
  handle: z.string(),
  zone: z.string(),
  cadence: cadence.nullable(),
  status: z.enum(CHANNEL_STATUSES),
  /** Why it is not connected: a network's own words, safe to show. */
  statusReason: z.string().nullable(),
  /** Whether posts on it need an approval. */
  approval: z.enum(['none', 'optional', 'required']),
})
export type ChannelView = z.infer<typeof channelView>

const mode = z.object({ mode: z.enum(['none', 'optional', 'required']) })

/** The view of a row. A flow that cannot be read counts as required. */
export function viewOf(row: {
  id: string
  teamId: string
  network: string
  name: string
  handle: string
  zone: string
  cadenceMin: number | null
  cadenceMax: number | null
  status: ChannelView['status']
  statusReason: string | null
  flow: unknown
}): ChannelView {
  const { id, teamId, network, name, handle, zone, status, statusReason } = row
  const approval = mode.safeParse(row.flow).data?.mode ?? 'required'
  return { id, teamId, network, name, handle, zone, cadence: cadenceOf(row), status, statusReason, approval }
}
