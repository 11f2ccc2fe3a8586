import { type OutboundReason, outboundProblem } from '#server/platform/outbound.ts'
import { NetworkProblem, networkProblem } from '../network-problem.ts'

const AUTH = new Set(['ExpiredToken', 'InvalidToken', 'AuthMissing', 'AuthFactorTokenRequired'])
const FORBIDDEN = new Set(['AccountTakedown', 'AccountSuspended', 'AccountDeactivated', 'RepoTakendown'])
const HOUR = 3_600_000

/** What became of a request, for people: after the host. */
const WORDS: Record<OutboundReason, string> = {
  refused: 'is not allowed',
  redirects: 'leads from one address to another without end',
  too_large: 'answered more than is taken',
  timeout: 'took too long',
  unreachable: 'cannot be reached',
  broken: 'broke off',
}

type XrpcFailure = {
  status: number
  error: string
  message: string
  headers?: Record<string, string | undefined>
}

function isXrpcFailure(error: unknown): error is XrpcFailure {
  return error instanceof Error && 'status' in error && 'error' in error
}

// ratelimit-reset is in epoch seconds; retry-after in seconds. A nonsense header must not stop a channel for a year.
function retryAt(headers: XrpcFailure['headers'], now: number): number {
  const reset = Number(headers?.['ratelimit-reset']) * 1000
  const after = now + Number(headers?.['retry-after']) * 1000
  const told = Number.isFinite(reset) ? reset : Number.isFinite(after) ? after : now + 60_000
  return Math.min(Math.max(told, now + 1000), now + 24 * HOUR)
}

/**
 * Puts whatever a call threw into the closed set.
 * @param wrote whether the call could have changed something at the network, so that an unclear end is ambiguous
 * @param now epoch milliseconds
 */
export function asNetworkProblem(error: unknown, wrote: boolean, now: number): NetworkProblem {
  const known = networkProblem(error)
  if (known) return known
  const unclear = wrote ? 'ambiguous' : 'transient'
  const outbound = outboundProblem(error)
  if (outbound) {
    const detail = `${outbound.host.slice(0, 100)} ${WORDS[outbound.reason]}`
    const kind = outbound.reason === 'refused' ? 'rejected' : outbound.reached ? unclear : 'transient'
    return new NetworkProblem(kind, detail, { cause: error })
  }
  if (!isXrpcFailure(error)) return new NetworkProblem(unclear, 'no answer', { cause: error })
  const { status, headers } = error
  const detail = error.error === error.message ? error.error : `${error.error}: ${error.message}`
  const made = (kind: NetworkProblem['kind'], wait?: number) =>
    new NetworkProblem(kind, detail, { retryAt: wait, cause: error })
  if (status === 429) return made('rateLimited', retryAt(headers, now))
  if (FORBIDDEN.has(error.error)) return made('forbidden')
  if (status === 401 || AUTH.has(error.error)) return made('authExpired')
  if (status === 403) return made('forbidden')
  if (status === 503) return made('transient')
  if (status >= 400 && status < 500) return made('rejected')
  if (status === 501) return made('rejected')
  return made(unclear)
}

/** Runs a call and turns what it throws into a NetworkProblem. */
export async function guarded<T>(
  { wrote, now }: { wrote: boolean; now: () => number },
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw asNetworkProblem(error, wrote, now())
  }
}
