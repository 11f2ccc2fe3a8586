import { emit, type Tx } from '../core/transact.ts'
import type { ChannelRow } from './channel-io.ts'
import { viewOf } from './channel-view.rules.ts'

/** Tells those who may read its team (and the team it leaves) what a channel is like now. */
export function tell(
  tx: Tx,
  type: 'channel.connected' | 'channel.changed' | 'channel.expired' | 'channel.disconnected',
  row: ChannelRow,
  leaves: string | null = null,
): void {
  const permission = 'channel:read' as const
  for (const teamId of new Set([row.teamId, leaves ?? row.teamId]))
    emit(tx, type, { channel: viewOf(row) }, { subjectId: row.id, audience: { permission, teamId } })
}
