import type { Receiver } from './channel/receiver.ts'
import { receiveMessages } from './conversation/receive-messages.ts'
import { receiveCounts } from './metric/receive-counts.ts'

/** Who takes in what the networks bring, in this order. */
export const RECEIVERS: Receiver[] = [receiveMessages, receiveCounts]
