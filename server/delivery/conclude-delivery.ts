import { delivery } from '#db/schema.ts'
import { expireChannel } from '../channel/expire-channel.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { Sent } from '../network/connector.ts'
import type { NetworkProblem } from '../network/network-problem.ts'
import { cardPatchOf, type DeliveryRow, setVariantStage, toReaders } from './after-change.ts'
import { type Claim, HOLD_MS, stillOurs } from './claim-delivery.ts'
import { afterError, type NotSentReason } from './delivery.rules.ts'

/** Somebody else has taken the delivery over: this process says and does nothing more about it. */
export class ClaimLost extends Error {
  constructor() {
    super('the delivery is another process’s by now')
    this.name = 'ClaimLost'
  }
}

async function write(tx: Tx, claim: Claim, set: Partial<DeliveryRow>): Promise<void> {
  const rows = await tx.db
    .update(delivery)
    .set({ ...set, updatedAt: tx.now })
    .where(stillOurs(claim))
    .returning({ id: delivery.id })
  if (!rows.length) throw new ClaimLost()
}

const about = (claim: Claim, set: Awaited<ReturnType<typeof cardPatchOf>>) => ({
  id: claim.post.id,
  title: claim.post.title,
  set,
  deliveryId: claim.delivery.id,
  channelId: claim.delivery.channelId,
})

/** Keeps that a part arrived. After the last one the variant is published. Gives the new hold. */
export async function keepSent(tx: Tx, claim: Claim, sent: Sent[]): Promise<number> {
  const all = sent.length >= claim.prepared.parts.length
  const hold = tx.now + HOLD_MS
  if (!all) {
    await write(tx, claim, { remote: sent, heldUntil: hold })
    return hold
  }
  const done = { state: 'sent' as const, remote: sent, heldUntil: null, sentAt: tx.now }
  await write(tx, claim, { ...done, reason: null, detail: null, failures: 0 })
  await setVariantStage(tx, claim.delivery.variantId, 'published')
  const set = await cardPatchOf(tx, claim.post)
  const url = sent[0]?.url ?? null
  emit(tx, 'delivery.sent', { ...about(claim, set), url, sentAt: tx.now }, toReaders(claim.post))
  return hold
}

/** The network said no. Gives the instant of the next try, or null when a person must act. */
export async function keepProblem(tx: Tx, claim: Claim, problem: NetworkProblem): Promise<number | null> {
  const { kind, detail, retryAt } = problem
  const failures = claim.delivery.failures + (kind === 'transient' ? 1 : 0)
  const outcome = afterError({ kind, retryAt }, failures, tx.now)
  if (kind === 'authExpired') await expireChannel(tx, claim.channel.id, detail)
  if (outcome.state === 'planned' && outcome.retryAt !== null) {
    await wait(tx, claim, { state: 'planned', tryAt: outcome.retryAt, failures }, outcome.because, detail)
    return outcome.retryAt
  }
  await fail(tx, claim, outcome.state === 'ambiguous' ? 'ambiguous' : 'failed', outcome.because, detail)
  return null
}

/** Nothing certain came of it. It stays `sending`: the network is asked before anything is sent again. */
export async function keepUnclear(
  tx: Tx,
  claim: Claim,
  detail: string,
  { next, accessEnded }: { next: { tryAt: number; failures: number } | null; accessEnded: boolean },
): Promise<void> {
  const because = 'network.ambiguous' as const
  if (accessEnded) await expireChannel(tx, claim.channel.id, detail)
  if (next) await wait(tx, claim, { state: 'sending', ...next }, because, detail)
  else await fail(tx, claim, 'ambiguous', because, detail)
}

/** It is certain that the rest was not sent: back to the gate. */
export async function keepAbsent(tx: Tx, claim: Claim, sent: Sent[]): Promise<void> {
  await write(tx, claim, {
    state: 'planned',
    remote: sent.length ? sent : null,
    heldUntil: null,
    tryAt: tx.now,
  })
}

/** Lets go of it between two parts, for another process to go on at once. */
export async function letGo(tx: Tx, claim: Claim): Promise<void> {
  await write(tx, claim, { state: 'planned', heldUntil: null, tryAt: tx.now })
}

async function wait(
  tx: Tx,
  claim: Claim,
  next: Pick<DeliveryRow, 'state' | 'tryAt' | 'failures'>,
  because: NotSentReason,
  detail: string,
): Promise<void> {
  await write(tx, claim, { ...next, reason: because, detail, heldUntil: null })
  const set = await cardPatchOf(tx, claim.post)
  emit(tx, 'delivery.waits', { ...about(claim, set), because, tryAt: next.tryAt }, toReaders(claim.post))
}

async function fail(
  tx: Tx,
  claim: Claim,
  state: 'failed' | 'ambiguous',
  because: NotSentReason,
  detail: string,
): Promise<void> {
  await write(tx, claim, { state, reason: because, detail, heldUntil: null })
  const set = await cardPatchOf(tx, claim.post)
  emit(tx, 'delivery.notSent', { ...about(claim, set), state, because }, toReaders(claim.post))
}
