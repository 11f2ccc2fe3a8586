import type { Receiver } from './channel/receiver.ts'
import { receiveCounts } from './metric/receive-counts.ts'

/** Who takes in what the networks bring, in this order. */
export const RECEIVERS: Receiver[] = [receiveCounts]

import { receiveMessages } from './conversation/receive-messages.ts'

/** Who takes in what the networks bring, in this order. While the list is empty nothing is fetched. */
export const RECEIVERS: Receiver[] = [receiveMessages]
