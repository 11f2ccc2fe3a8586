/** The closed set of what can go wrong at a network. Each names its remedy. */
export const NETWORK_PROBLEM_KINDS = [
  /** A person must connect the channel again. */
  'auth_expired',
  /** The account may not do this; connecting again does not help. */
  'forbidden',
  /** Wait until `retryAt`. */
  'rate_limited',
  /** The network refused the content or the request; change it. */
  'rejected',
  /** Nothing was done; try again. */
  'transient',
  /** It may or may not have been done: reconcile, never just repeat. */
  'ambiguous',
] as const

export type NetworkProblemKind = (typeof NETWORK_PROBLEM_KINDS)[number]

/**
 * Thrown by every connector, and nothing else is. `detail` is safe to store and to show: a network's own error
 * name and words, cut short, never a token or a password.
 */
export class NetworkProblem extends Error {
  readonly code = 'network'
  readonly kind: NetworkProblemKind
  readonly detail: string
  /** Epoch milliseconds; only with `rate_limited`, and always with it. */
  readonly retryAt: number | null

  constructor(kind: NetworkProblemKind, detail: string, options: { retryAt?: number; cause?: unknown } = {}) {
    super(`${kind}: ${detail}`, { cause: options.cause })
    this.name = 'NetworkProblem'
    this.kind = kind
    this.detail = detail.slice(0, 300)
    this.retryAt = options.retryAt ?? null
  }
}

/** Tells a network's problem from any other error, across module copies. */
export function isNetworkProblem(error: unknown): error is NetworkProblem {
  return error instanceof Error && (error as { code?: unknown }).code === 'network' && 'kind' in error
}

/** Finds a network's problem in a chain of causes: clients wrap what their fetch throws. */
export function networkProblem(error: unknown): NetworkProblem | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if (isNetworkProblem(at)) return at
  }
  return null
}
