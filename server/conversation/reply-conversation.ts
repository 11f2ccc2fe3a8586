import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { channel, message } from '#db/schema.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { enqueue } from '../job/enqueue.ts'
import type { Connector, ReplyTarget } from '../network/connector.ts'
import { NETWORKS } from '../network/network.rules.ts'
import { networkId } from '../network/network-id.rules.ts'
import { connectorOf } from '../network/registry.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { nameOf } from './claim-conversation.ts'
import { replyCheck } from './conversation.rules.ts'
import { type ConversationRow, loadConversation, setConversation, tellReaders } from './load-conversation.ts'
import { sendReply } from './send-reply.job.ts'

export const replyInput = z.object({
  /** The reply's own id, made by the client: the same id again is the same reply, so a retry never doubles it. */
  id: z.uuid(),
  conversationId: z.string(),
  text: z.string().trim().min(1).max(100_000),
  /** The inbound message it answers; the newest when not named. */
  to: z.string().nullable().default(null),
  /** The reply of somebody else the writer has seen and wants to add to. */
  confirmedAfter: z.string().nullable().default(null),
})

/**
 * Answers. The reply is stored with all that makes sending repeatable, and a job sends it. Problems:
 * conversation.alreadyAnswered (params: name, messageId; send again with `confirmedAfter`), conversation.tooLong,
 * conversation.cannotReply, channel.disconnected.
 */
export const replyConversation = verb({
  name: 'conversation.reply',
  permission: 'conversation:reply',
  input: replyInput,
  run: (ctx, input): Promise<{ id: string }> =>
    transact(ctx, async (tx) => {
      const row = await loadConversation(tx, input.conversationId, 'conversation:reply')
      const [known] = await tx.db
        .select({ conversationId: message.conversationId, memberId: message.memberId })
        .from(message)
        .where(and(eq(message.workspaceId, ctx.workspaceId), eq(message.id, input.id)))
      if (known) {
        if (known.conversationId === row.id && known.memberId === ctx.memberId) return { id: input.id }
        throw new Problem('request.conflict', { status: 409, field: 'id' })
      }
      const { standing, target } = await facts(tx, row, input.to)
      const check = replyCheck({
        memberId: ctx.memberId ?? '',
        standing,
        confirmedAfter: input.confirmedAfter,
      })
      if ('refuse' in check)
        throw new Problem(check.refuse, {
          status: 409,
          params: { name: await nameOf(tx, check.by), messageId: check.messageId },
        })
      const connector = await connectorFor(tx, row)
      const draft = { parts: [{ text: input.text, media: [] }] }
      const issue = connector.validate(draft).find(({ level }) => level === 'error')
      if (issue)
        throw new Problem('conversation.tooLong', {
          field: 'text',
          params: {
            network: NETWORKS[connector.network].label,
            over: Number(issue.params?.over ?? 0),
            limit: Number(issue.params?.limit ?? 0),
          },
        })
      // After everything it answers, also where the network's clock is ahead of ours.
      const at = Math.max(tx.now, row.lastMessageAt + 1)
      await tx.db.insert(message).values({
        id: input.id,
        workspaceId: ctx.workspaceId,
        conversationId: row.id,
        channelId: row.channelId,
        direction: 'out',
        text: input.text,
        media: [],
        memberId: ctx.memberId,
        at,
        receivedAt: tx.now,
        sendState: 'sending',
        prepared: connector.prepare(draft, { at: tx.now, replyTo: target }),
      })
      const mine = row.claimMemberId === ctx.memberId
      await setConversation(tx, row.id, {
        lastMessageAt: at,
        lastText: input.text.slice(0, 300).toWellFormed(),
        ...(mine && { claimMemberId: null, claimUntil: null }),
      })
      await enqueue(tx, sendReply, { messageId: input.id })
      tellReaders(tx, row, 'conversation.replied', { messageId: input.id })
      return { id: input.id }
    }),
})

/** Whom the reply is addressed to at the network, and the answer of ours that stands already. */
async function facts(tx: Tx, row: ConversationRow, to: string | null) {
  const rows = await tx.db
    .select()
    .from(message)
    .where(and(eq(message.workspaceId, row.workspaceId), eq(message.conversationId, row.id)))
    .orderBy(desc(message.at))
    .limit(200)
  const inbound = rows.find((one) => one.direction === 'in' && (to === null || one.id === to))
  if (!inbound) {
    if (to) throw notFound()
    throw new Problem('conversation.cannotReply')
  }
  const lastInbound = rows.find(({ direction }) => direction === 'in')?.at ?? 0
  const ours = rows.find(
    (one) => one.direction === 'out' && one.sendState !== 'failed' && one.sendState !== 'dropped',
  )
  const standing = ours && ours.at >= lastInbound ? { id: ours.id, byMemberId: ours.memberId } : null
  return { standing, target: inbound.remoteRef as ReplyTarget }
}

async function connectorFor(tx: Tx, row: ConversationRow): Promise<Connector> {
  const [home] = await tx.db
    .select({ network: channel.network, status: channel.status })
    .from(channel)
    .where(and(eq(channel.workspaceId, row.workspaceId), eq(channel.id, row.channelId)))
  const connector = home && connectorOf(networkId.parse(home.network))
  if (!connector) throw new Problem('conversation.cannotReply')
  if (home.status !== 'connected') throw new Problem('channel.disconnected', { status: 409 })
  return connector
}
