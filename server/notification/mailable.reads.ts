import { and, eq, inArray, isNull } from 'drizzle-orm'
import { campaign, canvas, channel, conversation, post, variant } from '#db/schema.ts'
import { visibleCampaigns } from '../campaign/visible-campaigns.ts'
import type { Tx } from '../core/transact.ts'
import { type Grants, may } from '../member/permission.rules.ts'

interface About {
  kind: string
  subjectId: string | null
  data: { canvasThread?: unknown }
}

/**
 * Which notifications somebody with these rights may be mailed about now: the post, campaign, canvas or conversation is
 * there, they may read it (and its comments, for one of those), and it is not for practice alone.
 */
export async function readMailable(
  tx: Tx,
  grants: Grants,
  list: readonly About[],
): Promise<(one: About) => boolean> {
  const ids = [...new Set(list.flatMap(({ subjectId }) => subjectId ?? []))]
  if (!ids.length) return () => false
  const posts = await tx.db
    .select({ id: post.id, teamId: post.teamId, network: channel.network })
    .from(post)
    .leftJoin(variant, eq(variant.postId, post.id))
    .leftJoin(channel, eq(channel.id, variant.channelId))
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), inArray(post.id, ids)))
  const conversations = await tx.db
    .select({ id: conversation.id, teamId: conversation.teamId, network: channel.network })
    .from(conversation)
    .innerJoin(channel, eq(channel.id, conversation.channelId))
    .where(and(eq(conversation.workspaceId, tx.ctx.workspaceId), inArray(conversation.id, ids)))
  const canvases = await tx.db
    .select({ id: canvas.id, teamId: canvas.teamId })
    .from(canvas)
    .where(
      and(eq(canvas.workspaceId, tx.ctx.workspaceId), inArray(canvas.id, ids), isNull(canvas.archivedAt)),
    )
  const { workspaceId } = tx.ctx
  const campaigns = await tx.db
    .select({ id: campaign.id })
    .from(campaign)
    .where(
      and(
        eq(campaign.workspaceId, workspaceId),
        inArray(campaign.id, ids),
        visibleCampaigns(tx.db, { workspaceId, grants }),
      ),
    )
  return ({ kind, subjectId, data }) => {
    if (kind === 'campaignPublished') return campaigns.some(({ id }) => id === subjectId)
    if (data.canvasThread) {
      const at = canvases.find(({ id }) => id === subjectId)
      return (
        at !== undefined && may(grants, 'canvas:read', at.teamId) && may(grants, 'comment:read', at.teamId)
      )
    }
    const talk = kind === 'conversationAssigned'
    const found = (talk ? conversations : posts).filter(({ id }) => id === subjectId)
    const [first] = found
    if (!first || found.every(({ network }) => network === 'practice')) return false
    if (talk) return may(grants, 'conversation:read', first.teamId)
    const comment = kind === 'mention' || kind === 'reply'
    return may(grants, 'post:read', first.teamId) && (!comment || may(grants, 'comment:read', first.teamId))
  }
}
