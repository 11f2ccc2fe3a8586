import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { delivery } from '#db/schema.ts'
import { approvalQuestion, questionsFor } from '../approval/question.ts'
import type { ChannelRow } from '../channel/channel-io.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { Connector, Prepared, Sent } from '../network/connector.ts'
import { loadWithVariants, type PostRow } from '../post/post-with-variants.ts'
import { snapshot } from '../version/snapshot.ts'
import { readVersion } from '../version/take-version.ts'
import { cardPatchOf, type DeliveryRow, isPartlySent, setDelivery, toReaders } from './after-change.ts'
import { gate, type NotSentReason } from './delivery.rules.ts'
import { isConnected, readiness } from './ready.ts'

/** How long a process may go on with a delivery without a sign of life, ms; longer than one call to a network lasts. */
export const HOLD_MS = 90_000

/** A delivery that this process holds, with all that sending it needs. `hold` is the token: another's takes it away. */
export interface Claim {
  delivery: DeliveryRow
  post: PostRow
  channel: ChannelRow
  connector: Connector
  prepared: Prepared
  sent: Sent[]
  hold: number
  /** An earlier try ended without a word: ask the network where the parts stand before anything else. */
  crashed: boolean
}

export type Claimed = { go: Claim } | { stop: true } | { again: number }

/**
 * Takes a due delivery for sending, or says why not. In one transaction: its turn, the approval of exactly the version
 * that goes out, pauses, the channel, the network's limits; then the version and the idempotency material are stored
 * with it. Nothing is ever sent that was not committed here first.
 */
export async function claimDelivery(tx: Tx, deliveryId: string): Promise<Claimed> {
  const { workspaceId } = tx.ctx
  const [row] = await tx.db
    .select()
    .from(delivery)
    .where(and(eq(delivery.workspaceId, workspaceId), eq(delivery.id, deliveryId)))
  if (!row) return { stop: true }
  if (row.state !== 'planned' && row.state !== 'sending') return { stop: true }
  if (row.heldUntil !== null && row.heldUntil > tx.now) return { again: row.heldUntil }
  if (row.tryAt > tx.now) return { again: row.tryAt }
  const loaded = await loadWithVariants(tx.db, workspaceId, row.postId)
  const one = loaded?.variants.find(({ row: variant }) => variant.id === row.variantId)
  const crashed = row.state === 'sending'
  if (!loaded || !one) {
    // Archived, or taken off the channel: nobody wants it any more. What may be out already is for a person to judge.
    const state = crashed ? 'ambiguous' : 'cancelled'
    if (loaded) await refuse(tx, row, loaded.row, state, 'delivery.cancelled')
    else await setDelivery(tx, row.id, { state, reason: 'delivery.cancelled' })
    return { stop: true }
  }
  const { row: post } = loaded
  // What has begun goes on as it began; otherwise the content is what the database says now.
  const begun = crashed || isPartlySent(row)
  const kept = begun ? await readVersion(tx.db, workspaceId, row.variantId, row.versionHash) : null
  const content = kept?.content ?? one.content
  const hash = kept ? row.versionHash : one.hash
  const question = kept
    ? await approvalQuestion(tx.db, one.row, { teamId: post.teamId, flow: one.channel.flow }, hash)
    : (await questionsFor(tx.db, workspaceId, loaded)).get(one.row.id)
  if (!question) throw new Error('a variant without its question')
  const ready = await readiness(tx.db, post, { channelId: row.channelId, content, question }, tx.now)
  const hold = tx.now + HOLD_MS
  const { channel, connector } = ready
  if (crashed && row.prepared && connector) {
    await setDelivery(tx, row.id, { heldUntil: hold })
    const prepared = row.prepared as Prepared
    return {
      go: { delivery: row, post, channel, connector, prepared, sent: sentOf(row), hold, crashed },
    }
  }
  if (one.row.stage !== 'scheduled' && !('refuse' in ready.approval)) {
    // Taken back to work on it: whatever was approved, it is not meant to go out.
    await refuse(tx, row, post, 'cancelled', 'delivery.cancelled')
    return { stop: true }
  }
  const answer = gate({
    now: tx.now,
    dueAt: row.tryAt,
    approval: ready.approval,
    restored: row.reason === 'delivery.restored',
    pauses: ready.pauses,
    connected: isConnected(ready),
    overLimit: ready.issues.length > 0,
    mediaMissing: ready.mediaMissing,
  })
  if (!('send' in answer)) {
    await refuse(tx, row, post, answer.state as 'expired' | 'held' | 'failed', answer.because)
    return { stop: true }
  }
  if (!connector) throw new Error('a connected channel without its connector')
  await snapshot(tx, one, question.authorIds)
  const same = row.prepared !== null && row.versionHash === hash
  const prepared = same ? (row.prepared as Prepared) : connector.prepare(ready.draft, { at: tx.now })
  await setDelivery(tx, row.id, {
    state: 'sending',
    heldUntil: hold,
    attempts: row.attempts + 1,
    versionHash: hash,
    prepared,
    reason: null,
    detail: null,
  })
  return {
    go: { delivery: row, post, channel, connector, prepared, sent: sentOf(row), hold, crashed: false },
  }
}

export const sentOf = (row: Pick<DeliveryRow, 'remote'>): Sent[] => (row.remote as Sent[] | null) ?? []

async function refuse(
  tx: Tx,
  row: DeliveryRow,
  post: PostRow,
  state: 'expired' | 'held' | 'failed' | 'ambiguous' | 'cancelled',
  because: NotSentReason,
): Promise<void> {
  await setDelivery(tx, row.id, { state, reason: because, heldUntil: null })
  const set = await cardPatchOf(tx, post)
  const { id, title } = post
  emit(
    tx,
    'delivery.notSent',
    { id, title, set, deliveryId: row.id, channelId: row.channelId, state, because },
    toReaders(post),
  )
}

/** Whether the claim is still this process's own; a write with it changes nothing when it is not. */
export const stillOurs = (claim: Pick<Claim, 'delivery' | 'hold'>) =>
  and(
    eq(delivery.workspaceId, claim.delivery.workspaceId),
    eq(delivery.id, claim.delivery.id),
    eq(delivery.state, 'sending'),
    eq(delivery.heldUntil, claim.hold),
  )

/** Deliveries that are due and that no living process holds. */
export const isDue = (workspaceId: string, now: number) =>
  and(
    eq(delivery.workspaceId, workspaceId),
    or(eq(delivery.state, 'planned'), eq(delivery.state, 'sending')),
    or(isNull(delivery.heldUntil), lt(delivery.heldUntil, now)),
    lt(delivery.tryAt, now),
  )
