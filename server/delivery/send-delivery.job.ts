import { z } from 'zod'
import { channelIo } from '../channel/channel-io.ts'
import type { Ctx } from '../core/ctx.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { transact } from '../core/transact.ts'
import { type JobRun, job, RunAgain } from '../job/job.ts'
import type { Sent } from '../network/connector.ts'
import { isNetworkProblem, NetworkProblem } from '../network/network-problem.ts'
import { type Claim, claimDelivery } from './claim-delivery.ts'
import { keepAbsent, keepProblem, keepSent, keepUnclear, letGo } from './conclude-delivery.ts'
import { RETRY_AFTER } from './delivery.rules.ts'

/** One call to a network may last this long, ms; well below the hold. */
const CALL_MS = 60_000

/**
 * Sends one delivery: claim (checks and stores all it needs), then part by part, each result committed before the next.
 * A crash anywhere leaves `sending`; whoever comes next asks the network where the parts stand, and never guesses.
 */
export const sendDelivery = job({
  kind: 'delivery.send',
  payload: z.object({ deliveryId: z.string() }),
  maxAttempts: 20,
  async run({ deliveryId }, run) {
    if (!run.workspaceId) return
    const ctx = await systemCtx(run.app, run.workspaceId, run.requestId)
    try {
      for (;;) {
        const claimed = await transact(ctx, (tx) => claimDelivery(tx, deliveryId))
        if ('stop' in claimed) return
        if ('again' in claimed) throw new RunAgain(claimed.again)
        const next = await (claimed.go.crashed ? settle(ctx, claimed.go) : publish(ctx, claimed.go, run))
        if (next === 'done') return
        if (next !== 'again') throw new RunAgain(next)
      }
    } catch (error) {
      if (error instanceof Error && error.name === 'ClaimLost') return
      throw error
    }
  },
})

/** `done`, `again` (claim it anew at once), or the instant of the next try. */
type Next = 'done' | 'again' | number

async function publish(ctx: Ctx, first: Claim, run: JobRun): Promise<Next> {
  let claim = first
  for (let sent = claim.sent; sent.length < claim.prepared.parts.length; ) {
    if (run.stopping() && sent.length > 0) {
      await transact(ctx, (tx) => letGo(tx, claim))
      return ctx.now()
    }
    let part: Sent
    try {
      part = await claim.connector.publish(claim.prepared, sent.length, sent, ioOf(ctx, claim))
    } catch (error) {
      if (!isNetworkProblem(error)) throw error
      if (error.kind === 'ambiguous') return settle(ctx, claim)
      return (await transact(ctx, (tx) => keepProblem(tx, claim, error))) ?? 'done'
    }
    const after = [...sent, part]
    claim = { ...claim, sent: after, hold: await transact(ctx, (tx) => keepSent(tx, claim, after)) }
    sent = after
  }
  return 'done'
}

/** Asks the network where the parts stand, and goes on from there. */
async function settle(ctx: Ctx, claim: Claim): Promise<Next> {
  let standings: Awaited<ReturnType<Claim['connector']['reconcile']>>
  try {
    standings = await claim.connector.reconcile(claim.prepared, ioOf(ctx, claim))
  } catch (error) {
    if (!isNetworkProblem(error)) throw error
    return unclear(ctx, claim, error)
  }
  const sent = [...claim.sent]
  let open: 'absent' | 'unknown' | null = null
  for (const standing of standings.slice(sent.length)) {
    if (standing.state !== 'sent') {
      open = standing.state
      break
    }
    sent.push(standing.sent)
  }
  if (open === null) {
    await transact(ctx, (tx) => keepSent(tx, claim, sent))
    return 'done'
  }
  if (open === 'absent' && claim.crashed) {
    await transact(ctx, (tx) => keepAbsent(tx, claim, sent))
    return 'again'
  }
  if (open === 'absent') {
    // The call failed and did nothing: that is a transient error, with its waits and its end.
    const hold = await transact(ctx, (tx) => keepSent(tx, claim, sent))
    const problem = new NetworkProblem('transient', 'the network broke off and did nothing')
    return (await transact(ctx, (tx) => keepProblem(tx, { ...claim, sent, hold }, problem))) ?? 'done'
  }
  return unclear(ctx, claim, null)
}

/** The network cannot say now. It is asked again after 1, 5 and 30 minutes, then a person is. */
async function unclear(ctx: Ctx, claim: Claim, problem: NetworkProblem | null): Promise<Next> {
  const failures = claim.delivery.failures + 1
  const wait = RETRY_AFTER[failures - 1]
  const hopeless = problem?.kind === 'authExpired' || problem?.kind === 'forbidden'
  const tryAt = Math.max(problem?.retryAt ?? 0, ctx.now() + (wait ?? 0))
  const next = wait === undefined || hopeless ? null : { tryAt, failures }
  const detail = problem?.detail ?? 'the network does not say'
  const accessEnded = problem?.kind === 'authExpired'
  await transact(ctx, (tx) => keepUnclear(tx, claim, detail, { next, accessEnded }))
  return next ? next.tryAt : 'done'
}

const ioOf = (ctx: Ctx, claim: Claim) => channelIo(ctx.app, claim.channel, AbortSignal.timeout(CALL_MS))
