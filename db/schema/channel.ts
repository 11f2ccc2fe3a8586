import { bytes, id, index, instant, int, json, table, text } from '../columns.ts'
import { inWorkspace } from './in-workspace.ts'
import { team } from './member.ts'

export const channel = table(
  'channel',
  {
    id: id(),
    workspaceId: inWorkspace(),
    teamId: text()
      .notNull()
      .references(() => team.id),
    network: text().notNull(),
    /** Display name of the profile. */
    name: text().notNull(),
    handle: text().notNull(),
    /** The account's id on the network (a DID, a practice account, ...). */
    remoteId: text().notNull(),
    zone: text().notNull(),
    cadenceMin: int(),
    cadenceMax: int(),
    /** The approval flow (server/approval/approval.rules.ts). */
    flow: json<unknown>().notNull(),
    /** Sealed with the vault; AAD workspace:channel:credentials. */
    credentials: bytes(),
    /** Until when one process renews the credentials, epoch ms: the others wait for it. */
    renewingUntil: instant(),
    /** Public facts of the connection (service address, capabilities). */
    facts: json<Record<string, unknown>>().notNull(),
    status: text<'connected' | 'expired' | 'disconnected'>().notNull(),
    statusReason: text(),
    /** Where ingest stands; committed together with what it brought. In an object: a bare string comes back parsed. */
    ingestCursor: json<{ at: string }>(),
    ingestedAt: instant(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [index('channel_workspace').on(t.workspaceId)],
)

/** A stop of publishing: everything, or one team, network, campaign or label, with its reason. */
export const pause = table(
  'pause',
  {
    id: id(),
    workspaceId: inWorkspace(),
    scope: text<'workspace' | 'team' | 'network' | 'campaign' | 'label'>().notNull(),
    value: text().notNull(),
    reason: text().notNull(),
    startedBy: text().notNull(),
    startedAt: instant().notNull(),
    endedBy: text(),
    endedAt: instant(),
  },
  (t) => [index('pause_workspace').on(t.workspaceId, t.endedAt)],
)
