import type { Receiver } from './channel/receiver.ts'

/** Who takes in what the networks bring, in this order. While the list is empty nothing is fetched. */
export const RECEIVERS: Receiver[] = []
