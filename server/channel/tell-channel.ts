import { emit, type Tx } from '../core/transact.ts'
import type { ChannelRow } from './channel-io.ts'
import { viewOf } from './channel-view.rules.ts'

/** Tells everybody what a channel is like now. */
export function tell(
  tx: Tx,
  type: 'channel.connected' | 'channel.changed' | 'channel.expired' | 'channel.disconnected',
  row: ChannelRow,
): void {
  emit(tx, type, { channel: viewOf(row) }, { subjectId: row.id, audience: { permission: 'channel:read' } })
}
