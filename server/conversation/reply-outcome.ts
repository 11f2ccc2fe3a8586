import { and, eq } from 'drizzle-orm'
import { conversation, message } from '#db/schema.ts'
import { expireChannel } from '../channel/expire-channel.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { afterError } from '../delivery/delivery.rules.ts'
import { RunAgain } from '../job/job.ts'
import type { Sent } from '../network/connector.ts'
import type { NetworkProblem } from '../network/network-problem.ts'
import { nextState } from './conversation.rules.ts'
import { type ConversationRow, oneOf, setConversation, tellReaders } from './load-conversation.ts'

type MessageRow = typeof message.$inferSelect

/** An unclear end is looked into this soon, ms, and this often before a person is asked. */
const LOOK_AGAIN = 10_000
const LOOKS = 3

/** The reply is on the network; from here the conversation waits for them. `sent` null: a person says so. */
export async function replyArrived(ctx: Ctx, messageId: string, sent: Sent | null): Promise<void> {
  await transact(ctx, async (tx) => {
    const found = await load(tx, messageId)
    if (!found || found.row.sendState === 'sent') return
    await set(tx, messageId, {
      sendState: 'sent',
      sendReason: null,
      sendDetail: null,
      ...(sent && { remoteId: sent.remoteId, remoteUrl: sent.url, remoteRef: sent.ref }),
    })
    const { parent } = found
    const state = nextState(parent.state, 'pend')
    // They may have written again while it was on its way.
    const last = (parent.lastInboundAt ?? 0) <= found.row.at
    if (state && last) await setConversation(tx, parent.id, { state, snoozedUntil: null })
    tellReaders(tx, parent, 'conversation.sent', { messageId })
  })
}

/**
 * It did not go out, or nobody knows: waits and tries again (throws RunAgain), fails with its reason, or asks a person.
 * @param fresh no earlier attempt is unsettled, so that a clean failure leaves nothing to look for
 */
export async function replyFailed(
  ctx: Ctx,
  messageId: string,
  error: NetworkProblem,
  fresh: boolean,
): Promise<void> {
  const again = await transact(ctx, async (tx): Promise<number | null> => {
    const found = await load(tx, messageId)
    if (found?.row.sendState !== 'sending') return null
    const { row, parent } = found
    if (error.kind === 'authExpired') await expireChannel(tx, row.channelId, error.detail)
    const failures = row.sendFailures + 1
    const tryAt = nextTry(error, failures, row, tx.now)
    const sendReason = `network.${error.kind}`
    await set(tx, messageId, {
      sendReason,
      sendDetail: error.detail,
      sendFailures: error.kind === 'rateLimited' ? row.sendFailures : failures,
      ...(fresh && error.kind !== 'ambiguous' && { sendBegunAt: null }),
      ...(tryAt === null && { sendState: error.kind === 'ambiguous' ? 'ambiguous' : 'failed' }),
    })
    if (tryAt !== null) {
      tellReaders(tx, parent, 'conversation.delayed', { messageId, reason: sendReason, tryAt })
      return tryAt
    }
    await comeBack(tx, parent)
    const state = error.kind === 'ambiguous' ? 'ambiguous' : 'failed'
    tellReaders(tx, parent, 'conversation.notSent', { messageId, state, reason: sendReason })
    return null
  })
  if (again !== null) throw new RunAgain(again)
}

/** When to try or look again, epoch ms; null when only a person can help. */
function nextTry(error: NetworkProblem, failures: number, row: MessageRow, now: number): number | null {
  if (error.kind === 'ambiguous') return failures <= LOOKS && row.sendBegunAt ? now + LOOK_AGAIN : null
  return afterError(error, failures, now).retryAt
}

/** What was closed as answered, and was not, comes back. */
async function comeBack(tx: Tx, parent: ConversationRow): Promise<void> {
  if (parent.state !== 'closed' || parent.closedReason !== 'answered') return
  await setConversation(tx, parent.id, { state: 'open', closedReason: null, closedNote: null })
  tellReaders(tx, parent, 'conversation.reopened', {})
}

async function load(tx: Tx, messageId: string): Promise<{ row: MessageRow; parent: ConversationRow } | null> {
  const [row] = await tx.db
    .select()
    .from(message)
    .where(and(eq(message.workspaceId, tx.ctx.workspaceId), eq(message.id, messageId)))
  if (!row) return null
  const [parent] = await tx.db.select().from(conversation).where(oneOf(tx.ctx, row.conversationId))
  return parent ? { row, parent } : null
}

const set = (tx: Tx, messageId: string, values: Partial<typeof message.$inferInsert>) =>
  tx.db
    .update(message)
    .set(values)
    .where(and(eq(message.workspaceId, tx.ctx.workspaceId), eq(message.id, messageId)))
