import { isNetworkProblem } from '../network/network-problem.ts'
import { Problem } from '../platform/problem.ts'

const STATUS = {
  auth_expired: 422,
  forbidden: 422,
  rate_limited: 429,
  rejected: 422,
  transient: 502,
  ambiguous: 502,
} as const

/** Runs a call to a network and tells a person what came of it: `channel.network.<kind>`, with the network's words. */
export async function askNetwork<T>(label: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!isNetworkProblem(error)) throw error
    throw new Problem(`channel.network.${error.kind}`, {
      status: STATUS[error.kind],
      params: { network: label, detail: error.detail },
    })
  }
}
