import { cleanText } from '../platform/clean-input.rules.ts'
import type { NetworkProblemKind } from './network.rules.ts'

/**
 * Thrown by every connector, and nothing else is. `detail` is safe to store and to show: a network's own error
 * name and words, cut short, never a token or a password.
 */
export class NetworkProblem extends Error {
  readonly code = 'network'
  readonly kind: NetworkProblemKind
  readonly detail: string
  /** Epoch milliseconds; only with `rateLimited`, and always with it. */
  readonly retryAt: number | null

  constructor(kind: NetworkProblemKind, detail: string, options: { retryAt?: number; cause?: unknown } = {}) {
    super(`${kind}: ${detail}`, { cause: options.cause })
    this.name = 'NetworkProblem'
    this.kind = kind
    this.detail = cleanText(detail.slice(0, 300))
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
