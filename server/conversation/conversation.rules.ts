import { z } from 'zod'

export const CONVERSATION_STATES = ['open', 'pending', 'snoozed', 'closed'] as const
export type ConversationState = (typeof CONVERSATION_STATES)[number]

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]
export const priority = z.enum(PRIORITIES)

/** `inbound` is a new message from outside; it opens whatever it meets. `pend` waits for them after our reply. */
export type ConversationStep = 'inbound' | 'pend' | 'snooze' | 'wake' | 'close' | 'reopen'

const STEPS: Record<ConversationStep, { from: readonly ConversationState[]; to: ConversationState }> = {
  inbound: { from: CONVERSATION_STATES, to: 'open' },
  pend: { from: ['open', 'snoozed'], to: 'pending' },
  snooze: { from: ['open', 'pending'], to: 'snoozed' },
  wake: { from: ['snoozed'], to: 'open' },
  close: { from: ['open', 'pending', 'snoozed'], to: 'closed' },
  reopen: { from: ['closed', 'pending'], to: 'open' },
}

/** The state after a step, or null when the step makes no sense there. */
export function nextState(from: ConversationState, step: ConversationStep): ConversationState | null {
  return STEPS[step].from.includes(from) ? STEPS[step].to : null
}

/** How long a claim lasts since its holder last did something, milliseconds. */
export const CLAIM_LEASE = 90_000

export type Claim = { memberId: string /** Epoch milliseconds. */; until: number }

/** Who is on it now, or null. */
export const claimedBy = (claim: Claim | null, now: number): string | null =>
  claim && now < claim.until ? claim.memberId : null

/**
 * Claims or renews. A claim is soft: it tells others, it locks nobody out. `force` takes over; without it a claim held
 * by another is refused, naming the holder.
 */
export function takeClaim(
  claim: Claim | null,
  memberId: string,
  now: number,
  force = false,
): { claim: Claim } | { refuse: 'conversation.claimed'; by: string } {
  const holder = claimedBy(claim, now)
  if (holder !== null && holder !== memberId && !force) return { refuse: 'conversation.claimed', by: holder }
  return { claim: { memberId, until: now + CLAIM_LEASE } }
}

export type ReplyFacts = {
  memberId: string
  /** The newest outbound message, if it came after the newest inbound one. */
  standing: { id: string; byMemberId: string | null } | null
  /** The id of the reply the writer says to have seen and wants to add to. */
  confirmedAfter: string | null
}

/** A second reply to what somebody else has just answered needs a yes, given after seeing that very answer. */
export function replyCheck(
  facts: ReplyFacts,
): { ok: true } | { refuse: 'conversation.alreadyAnswered'; by: string | null; messageId: string } {
  const { standing, memberId, confirmedAfter } = facts
  if (standing === null || standing.byMemberId === memberId || standing.id === confirmedAfter)
    return { ok: true }
  return { refuse: 'conversation.alreadyAnswered', by: standing.byMemberId, messageId: standing.id }
}

/** Why an inbound message needs no answer; `other` asks for a note. */
export const DISMISSALS = [
  'noReplyNeeded',
  'spam',
  'abuse',
  'duplicate',
  'handledElsewhere',
  'offTopic',
  'other',
] as const
export const dismissal = z
  .object({ reason: z.enum(DISMISSALS), note: z.string().trim().max(1_000).default('') })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', {
    path: ['note'],
    message: 'dismissal.noteNeeded',
  })
export type Dismissal = z.infer<typeof dismissal>

/** How an inbound message ended, for the daily ledger: `due` means it has not ended. */
export type InboundEnd = 'answered' | 'dismissed' | 'due'

export type LedgerMessage = {
  id: string
  direction: 'in' | 'out'
  /** Epoch milliseconds. */
  at: number
  /** Outbound only: it reached the network. */
  sent?: boolean
  dismissed?: Dismissal | null
}

/** How every inbound message of one conversation ended. A reply that was sent answers everything before it. */
export function inboundEnds(messages: readonly LedgerMessage[]): Map<string, InboundEnd> {
  const replies = messages.filter(({ direction, sent }) => direction === 'out' && sent)
  const lastReply = Math.max(Number.NEGATIVE_INFINITY, ...replies.map(({ at }) => at))
  const inbound = messages.filter(({ direction }) => direction === 'in')
  return new Map(
    inbound.map(({ id, at, dismissed }) => [
      id,
      at <= lastReply ? 'answered' : dismissed ? 'dismissed' : 'due',
    ]),
  )
}

/** May the conversation be closed? Only when every inbound message has ended; the refusal names those that have not. */
export function closeCheck(
  messages: readonly LedgerMessage[],
): { ok: true } | { refuse: 'conversation.unanswered'; messageIds: string[] } {
  const messageIds = [...inboundEnds(messages)].filter(([, end]) => end === 'due').map(([id]) => id)
  return messageIds.length === 0 ? { ok: true } : { refuse: 'conversation.unanswered', messageIds }
}

export type ConversationRefusal =
  | 'conversation.claimed'
  | 'conversation.alreadyAnswered'
  | 'conversation.unanswered'
  | 'conversation.closed'
