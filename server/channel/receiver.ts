import type { Tx } from '../core/transact.ts'
import type { InboundPage } from '../network/connector.ts'
import type { ChannelRow } from './channel-io.ts'

/**
 * Takes in what a network brought, in the transaction that also moves the cursor. Pages overlap: keep what is new by
 * (channel, remote id). Throwing keeps the cursor where it was.
 */
export type Receiver = (tx: Tx, channel: ChannelRow, page: InboundPage) => Promise<void>
