import { SEND_REFUSALS, type SendRefusal } from '../approval/approval.rules.ts'
import { NETWORK_PROBLEM_KINDS, type NetworkProblemKind } from '../network/network.rules.ts'

/** Where one variant due at one instant stands. */
export const DELIVERY_STATES = [
  'planned',
  'preparing',
  'sending',
  'sent',
  'failed',
  'expired',
  'held',
  'ambiguous',
  'cancelled',
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why a slot passed without a post: the second half of the ledger's "not sent, because ...". */
export const NOT_SENT_REASONS = [
  ...SEND_REFUSALS,
  ...NETWORK_PROBLEM_KINDS.map((kind) => `network.${kind}` as const),
  'publishing.paused',
  'delivery.late',
  'delivery.restored',
  'delivery.cancelled',
  'delivery.notDue',
  'delivery.inProgress',
  'channel.disconnected',
  'content.overLimit',
  'content.mediaMissing',
] as const
export type NotSentReason = (typeof NOT_SENT_REASONS)[number]

const MOVES: Record<DeliveryState, readonly DeliveryState[]> = {
  // Claimed; or refused at the gate before anything was prepared.
  planned: ['preparing', 'expired', 'held', 'failed', 'cancelled'],
  // The idempotency material is stored, or the claim is given back.
  preparing: ['sending', 'planned', 'expired', 'held', 'failed', 'cancelled'],
  // From here on a crash is reconciled: found, certainly absent, or unknown. It can no longer be cancelled.
  sending: ['sent', 'planned', 'failed', 'ambiguous'],
  sent: [],
  failed: ['planned', 'cancelled'],
  expired: ['planned', 'cancelled'],
  held: ['planned', 'cancelled'],
  // Only a person or a reconciliation leaves this state.
  ambiguous: ['sent', 'planned', 'cancelled'],
  cancelled: [],
}

export const mayMove = (from: DeliveryState, to: DeliveryState): boolean => MOVES[from].includes(to)

/** States in which nothing more happens by itself: a person sends again, moves or drops. */
export const needsPerson = (state: DeliveryState): boolean =>
  ['failed', 'expired', 'held', 'ambiguous'].includes(state)

/** States in which the content may still change under the delivery. */
export const isPending = (state: DeliveryState): boolean => state === 'planned'

/** Waits after the first, second and third transient error, milliseconds. */
export const RETRY_AFTER = [60_000, 5 * 60_000, 30 * 60_000] as const
/** A rate limit that asks for more than this fails instead of waiting. Milliseconds. */
export const LONGEST_WAIT = 24 * 3_600_000
/** Wait when a network limits without saying for how long. Milliseconds. */
export const UNTOLD_WAIT = 15 * 60_000

export type Outcome = {
  state: DeliveryState
  because: NotSentReason /** Next try, epoch milliseconds. */
  retryAt: number | null
}

/**
 * What follows an error. `failures` counts transient errors, this one included. Only transient errors are tried again
 * (after 1, 5 and 30 minutes); a rate limit waits as told and costs no try; an ambiguous result asks a person.
 */
export function afterError(
  error: { kind: NetworkProblemKind; retryAt?: number | null },
  failures: number,
  now: number,
): Outcome {
  const because = `network.${error.kind}` as const
  if (error.kind === 'ambiguous') return { state: 'ambiguous', because, retryAt: null }
  if (error.kind === 'rateLimited') {
    const retryAt = Math.max(error.retryAt ?? now + UNTOLD_WAIT, now + 1_000)
    if (retryAt - now <= LONGEST_WAIT) return { state: 'planned', because, retryAt }
  }
  if (error.kind === 'transient') {
    const wait = RETRY_AFTER[failures - 1]
    if (wait !== undefined) return { state: 'planned', because, retryAt: now + wait }
  }
  return { state: 'failed', because, retryAt: null }
}

/** After a crash in `sending`: what asking the network tells. `absent` is certain, so sending again cannot double. */
export function afterReconcile(found: 'present' | 'absent' | 'unknown'): DeliveryState {
  return found === 'present' ? 'sent' : found === 'absent' ? 'planned' : 'ambiguous'
}

/** A slot missed by more than this (the server was down) is held for a person. Milliseconds. */
export const LATE_AFTER = 60 * 60_000

export type GateFacts = {
  now: number
  /** The slot, or the last retry or send-again after it, epoch milliseconds. */
  dueAt: number
  approval: { ok: true } | { refuse: SendRefusal }
  /** Its time passed before the backup was put back in which it is planned: it may be out already. */
  restored: boolean
  /** Pauses that cover this delivery now (see `pausedBy`). */
  pauses: number
  connected: boolean
  overLimit: boolean
  mediaMissing: boolean
}

/** The last check, inside the send transaction: send, or the state and reason that stand in the ledger instead. */
export function gate(facts: GateFacts): { send: true } | { state: DeliveryState; because: NotSentReason } {
  if (facts.now < facts.dueAt) return { state: 'planned', because: 'delivery.notDue' }
  if ('refuse' in facts.approval) return { state: 'expired', because: facts.approval.refuse }
  if (facts.pauses > 0) return { state: 'held', because: 'publishing.paused' }
  if (facts.restored) return { state: 'held', because: 'delivery.restored' }
  if (facts.now - facts.dueAt > LATE_AFTER) return { state: 'held', because: 'delivery.late' }
  if (!facts.connected) return { state: 'failed', because: 'channel.disconnected' }
  if (facts.overLimit) return { state: 'failed', because: 'content.overLimit' }
  if (facts.mediaMissing) return { state: 'failed', because: 'content.mediaMissing' }
  return { send: true }
}

export type LedgerLine =
  | { said: 'sent'; at: number }
  | { said: 'not_sent'; because: NotSentReason }
  | { said: 'due'; at: number; because: NotSentReason | null }

/** What the send ledger says of a slot. A slot that has passed is never silent. */
export function ledgerLine(
  delivery: { state: DeliveryState; dueAt: number; sentAt: number | null; because: NotSentReason | null },
  now: number,
): LedgerLine {
  const { state, dueAt, sentAt, because } = delivery
  if (state === 'sent') return { said: 'sent', at: sentAt ?? dueAt }
  const waiting = state === 'planned' || state === 'preparing' || state === 'sending'
  if (waiting && dueAt > now) return { said: 'due', at: dueAt, because }
  const fallback: NotSentReason =
    state === 'cancelled'
      ? 'delivery.cancelled'
      : state === 'ambiguous'
        ? 'network.ambiguous'
        : 'delivery.inProgress'
  return { said: 'not_sent', because: because ?? fallback }
}
