import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { channel, message } from '#db/schema.ts'
import type { App } from '../app.ts'
import { type ChannelRow, channelIo } from '../channel/channel-io.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { job } from '../job/job.ts'
import type { Connector, Prepared, Sent } from '../network/connector.ts'
import { networkId } from '../network/network-id.rules.ts'
import { isNetworkProblem, NetworkProblem } from '../network/network-problem.ts'
import { connectorOf } from '../network/registry.ts'
import { replyArrived, replyFailed } from './reply-outcome.ts'

/** How long one attempt may take, ms; less than the job's lease, so that no two processes ever send at once. */
const PATIENCE = 45_000

/**
 * Sends a stored reply. What was begun and not finished is asked for at the network first, so a crash at any point
 * neither loses nor doubles it.
 */
export const sendReply = job({
  kind: 'conversation.send',
  payload: z.object({ messageId: z.string() }),
  maxAttempts: 5,
  leaseMs: 120_000,
  async run({ messageId }, { app, workspaceId, requestId, lastAttempt }) {
    if (!workspaceId) return
    const found = await load(app, workspaceId, messageId)
    if (found?.row.sendState !== 'sending') return
    const ctx = await systemCtx(app, workspaceId, requestId)
    try {
      const sent = await send(app, found.row, found.home)
      await replyArrived(ctx, found.row.id, sent)
    } catch (error) {
      // A defect of ours is tried again as one; in the end a person must look.
      if (!isNetworkProblem(error) && !lastAttempt) throw error
      const problem = isNetworkProblem(error) ? error : new NetworkProblem('ambiguous', 'an error of ours')
      await replyFailed(ctx, found.row.id, problem, found.row.sendBegunAt === null)
      if (problem !== error) throw error
    }
  },
})

type MessageRow = typeof message.$inferSelect

async function load(
  app: App,
  workspaceId: string,
  messageId: string,
): Promise<{ row: MessageRow; home: ChannelRow } | null> {
  const [row] = await app.store.read
    .select()
    .from(message)
    .where(and(eq(message.workspaceId, workspaceId), eq(message.id, messageId)))
  if (!row) return null
  const [home] = await app.store.read
    .select()
    .from(channel)
    .where(and(eq(channel.workspaceId, workspaceId), eq(channel.id, row.channelId)))
  return home ? { row, home } : null
}

async function send(app: App, row: MessageRow, home: ChannelRow): Promise<Sent> {
  const connector = connectorOf(networkId.parse(home.network))
  if (!connector || home.status !== 'connected')
    throw new NetworkProblem('authExpired', 'the channel is not connected')
  const io = channelIo(app, home, AbortSignal.timeout(PATIENCE))
  const prepared = row.prepared as Prepared
  if (row.sendBegunAt !== null) {
    const there = await stands(connector, prepared, io)
    if (there) return there
  }
  await app.store.write((db) =>
    db
      .update(message)
      .set({ sendBegunAt: app.now() })
      .where(and(eq(message.workspaceId, row.workspaceId), eq(message.id, row.id)))
      .then(() => undefined),
  )
  return connector.publish(prepared, 0, [], io)
}

/** What an interrupted attempt left at the network: the reply itself, or null when it may safely be sent again. */
async function stands(
  connector: Connector,
  prepared: Prepared,
  io: Parameters<Connector['reconcile']>[1],
): Promise<Sent | null> {
  const [part] = await connector.reconcile(prepared, io)
  if (part?.state === 'sent') return part.sent
  if (part?.state === 'absent' || prepared.repeatable) return null
  throw new NetworkProblem('ambiguous', 'it cannot be told whether the reply arrived')
}
