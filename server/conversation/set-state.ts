import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { message } from '#db/schema.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { enqueue } from '../job/enqueue.ts'
import { Problem } from '../platform/problem.ts'
import {
  type ConversationState,
  type ConversationStep,
  closeCheck,
  DISMISSALS,
  dismissal,
  nextState,
} from './conversation.rules.ts'
import { type ConversationRow, loadConversation, setConversation, tellReaders } from './load-conversation.ts'
import { wakeConversation } from './wake-conversation.job.ts'

const id = z.string()

/** The longest a conversation may be put aside, ms. */
const LONGEST_SNOOZE = 366 * 24 * 3_600_000

export const setStateInput = z.discriminatedUnion('to', [
  z.object({ id, to: z.literal('open') }),
  z.object({ id, to: z.literal('pending') }),
  /** Epoch milliseconds. */
  z.object({ id, to: z.literal('snoozed'), until: z.number().int() }),
  z.object({
    id,
    to: z.literal('closed'),
    reason: z.enum(['answered', ...DISMISSALS]),
    note: z.string().trim().max(1_000).default(''),
  }),
])
type Wanted = z.output<typeof setStateInput>

const STEP: Record<ConversationState, ConversationStep> = {
  open: 'reopen',
  pending: 'pend',
  snoozed: 'snooze',
  closed: 'close',
}

/**
 * Moves a conversation: waiting, put aside until a moment, closed with how it ended, open again. Being there already
 * is no problem. Problems: conversation.unanswered (closing as answered what was not), conversation.closed (a closed
 * one must be reopened first), conversation.snoozeTime.
 */
export const setConversationState = verb({
  name: 'conversation.setState',
  permission: 'conversation:write',
  input: setStateInput,
  run: (ctx, wanted): Promise<{ state: ConversationState }> =>
    transact(ctx, async (tx) => {
      const row = await loadConversation(tx, wanted.id, 'conversation:write')
      if (row.state === wanted.to && wanted.to !== 'snoozed') return { state: row.state }
      const step = row.state === 'snoozed' && wanted.to === 'open' ? 'wake' : STEP[wanted.to]
      const again = row.state === 'snoozed' && wanted.to === 'snoozed'
      const state = again ? 'snoozed' : nextState(row.state, step)
      if (!state) throw new Problem('conversation.closed', { status: 409 })
      await take(tx, row, wanted, state)
      return { state }
    }),
})

async function take(tx: Tx, row: ConversationRow, wanted: Wanted, state: ConversationState): Promise<void> {
  const cleared = { state, snoozedUntil: null, closedReason: null, closedNote: null }
  if (wanted.to === 'snoozed') {
    const { until } = wanted
    if (until <= tx.now || until > tx.now + LONGEST_SNOOZE)
      throw new Problem('conversation.snoozeTime', { field: 'until' })
    await setConversation(tx, row.id, { ...cleared, snoozedUntil: until })
    await enqueue(tx, wakeConversation, { id: row.id, until }, { runAt: until, key: `${row.id}:${until}` })
    return tellReaders(tx, row, 'conversation.snoozed', { until })
  }
  if (wanted.to === 'closed') {
    const { reason, note } = wanted
    await endInbound(tx, row, reason, note)
    // What is done is nobody's current work.
    const unclaimed = { claimMemberId: null, claimUntil: null }
    await setConversation(tx, row.id, {
      ...cleared,
      ...unclaimed,
      closedReason: reason,
      closedNote: note || null,
    })
    return tellReaders(tx, row, 'conversation.closed', { reason })
  }
  await setConversation(tx, row.id, cleared)
  tellReaders(tx, row, wanted.to === 'open' ? 'conversation.reopened' : 'conversation.pended', {})
}

/** Every inbound message ends answered or dismissed with a reason: this settles those that have not ended. */
async function endInbound(
  tx: Tx,
  row: ConversationRow,
  reason: 'answered' | (typeof DISMISSALS)[number],
  note: string,
): Promise<void> {
  const here = and(eq(message.workspaceId, row.workspaceId), eq(message.conversationId, row.id))
  const rows = await tx.db
    .select({
      id: message.id,
      direction: message.direction,
      at: message.at,
      sendState: message.sendState,
      dismissed: message.dismissed,
    })
    .from(message)
    .where(here)
  // A reply on its way counts; should it not arrive, the conversation comes back by itself.
  const check = closeCheck(
    rows.map((one) => ({ ...one, sent: one.sendState === 'sent' || one.sendState === 'sending' })),
  )
  if ('ok' in check) return
  if (reason === 'answered')
    throw new Problem(check.refuse, { status: 409, params: { count: check.messageIds.length } })
  const dismissed = dismissal.safeParse({ reason, note })
  if (!dismissed.success) throw new Problem('conversation.noteNeeded', { field: 'note' })
  await tx.db
    .update(message)
    .set({ dismissed: dismissed.data, dismissedBy: tx.ctx.memberId })
    .where(and(here, inArray(message.id, check.messageIds)))
}
