import { z } from 'zod'
import { DELIVERY_STATES, type LedgerLine } from './delivery.rules.ts'

/** A slot as the ledger shows it: what stands in the line, and what a person may do about it. */
export const deliveryView = z.object({
  id: z.string(),
  postId: z.string(),
  /** Title of the post. */
  title: z.string(),
  teamId: z.string(),
  channelId: z.string(),
  channelName: z.string(),
  network: z.string(),
  /** IANA zone of the channel, in which the slot is told. */
  zone: z.string(),
  state: z.enum(DELIVERY_STATES),
  /** The slot and the next try, epoch ms. */
  dueAt: z.number(),
  tryAt: z.number(),
  line: z.custom<LedgerLine>(),
  /** The network's own words, safe to show; null when it said nothing. */
  detail: z.string().nullable(),
  /** Address of the first part on the network. */
  url: z.string().nullable(),
  parts: z.object({ sent: z.number(), all: z.number() }).nullable(),
})
export type DeliveryView = z.infer<typeof deliveryView>

export const DELIVERY_ACTS = ['retry', 'drop', 'sent', 'not_sent', 'send_again'] as const
export type DeliveryAct = (typeof DELIVERY_ACTS)[number]

/** What a reader of a team's slots may do there: plan and drop, and send at once. */
export type SendingRights = { schedule: boolean; publish: boolean }

/** What a person can do about a slot. Sending at once is for those who may publish. */
export function actsOn(
  { state, line }: Pick<DeliveryView, 'state' | 'line'>,
  may: SendingRights,
): DeliveryAct[] {
  if (!may.schedule) return []
  if (state === 'ambiguous') return may.publish ? ['sent', 'not_sent', 'send_again'] : ['sent', 'not_sent']
  if (state === 'failed' || state === 'expired' || state === 'held')
    return may.publish ? ['retry', 'drop'] : ['drop']
  // Waiting for the next try: a person need not.
  if (state === 'planned' && 'because' in line && line.because !== null) return ['retry', 'drop']
  return []
}
