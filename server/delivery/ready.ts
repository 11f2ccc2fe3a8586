import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { asset, channel, pause } from '#db/schema.ts'
import { approvedToSend, evaluate, type Question } from '../approval/approval.rules.ts'
import type { ChannelRow } from '../channel/channel-io.ts'
import type { Connector } from '../network/connector.ts'
import type { Issue, NetworkDraft } from '../network/draft.rules.ts'
import { LIMITS } from '../network/limits.rules.ts'
import { networkId } from '../network/network-id.rules.ts'
import { connectorOf } from '../network/registry.ts'
import type { PostRow } from '../post/post-with-variants.ts'
import type { Content } from '../version/content.rules.ts'
import { networkDraftOf } from './parts.rules.ts'
import { pausedBy } from './pause.rules.ts'

/** Whether a content may go out on a channel now, and why not: the same facts for planning and for sending. */
export interface Readiness {
  channel: ChannelRow
  connector: Connector | null
  draft: NetworkDraft
  approval: ReturnType<typeof approvedToSend>
  /** Everybody asked has said yes to this very content. */
  approved: boolean
  /** What the network would refuse. */
  issues: Issue[]
  /** Pictures that are no longer in the library. */
  mediaMissing: boolean
  pauses: number
}

export async function readiness(
  db: Db,
  post: PostRow,
  { channelId, content, question }: { channelId: string; content: Content; question: Question },
  now: number,
): Promise<Readiness> {
  const { workspaceId } = post
  const [row] = await db
    .select()
    .from(channel)
    .where(and(eq(channel.workspaceId, workspaceId), eq(channel.id, channelId)))
  if (!row) throw new Error('a variant without its channel')
  const ids = content.media.map((item) => item.assetId)
  const assets = ids.length
    ? await db
        .select({
          id: asset.id,
          mime: asset.mime,
          size: asset.size,
          width: asset.width,
          height: asset.height,
        })
        .from(asset)
        .where(and(eq(asset.workspaceId, workspaceId), inArray(asset.id, ids)))
    : []
  const facts = new Map(assets.map(({ id, ...rest }) => [id, rest]))
  const network = networkId.parse(row.network)
  const limits = LIMITS[network]
  const title = limits.title ? post.title : ''
  const draft = networkDraftOf(content, { title, mostParts: limits.parts, facts })
  const connector = connectorOf(network)
  const stopped = await db
    .select()
    .from(pause)
    .where(and(eq(pause.workspaceId, workspaceId), isNull(pause.endedAt)))
  return {
    channel: row,
    connector,
    draft,
    approval: approvedToSend(question),
    approved: question.flow.mode === 'none' || evaluate(question).state === 'approved',
    issues: connector?.validate(draft).filter(({ level }) => level === 'error') ?? [],
    mediaMissing: ids.some((id) => !facts.has(id)),
    pauses: pausedBy(
      stopped,
      { teamId: post.teamId, network, campaignId: post.campaignId, labels: post.labels },
      now,
    ).length,
  }
}

export const isConnected = ({ channel, connector }: Readiness): boolean =>
  connector !== null && channel.status === 'connected' && channel.removedAt === null
