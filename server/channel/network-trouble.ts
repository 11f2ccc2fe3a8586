import { isNetworkProblem } from '../network/network-problem.ts'
import { outboundProblem } from '../platform/outbound.ts'
import { Problem } from '../platform/problem.ts'

const TOLD = {
  authExpired: { code: 'channel.network.authExpired', status: 422 },
  forbidden: { code: 'channel.network.forbidden', status: 422 },
  rateLimited: { code: 'channel.network.rateLimited', status: 429 },
  rejected: { code: 'channel.network.rejected', status: 422 },
  transient: { code: 'channel.network.transient', status: 502 },
  ambiguous: { code: 'channel.network.ambiguous', status: 502 },
} as const

/** Runs a call to a network and tells a person what came of it: `channel.network.<kind>`, with the network's words. */
export async function askNetwork<T>(label: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!isNetworkProblem(error)) throw error
    // Not the network refused, but we: the remedy is a setting of ours.
    const ours = outboundProblem(error)
    if (ours?.reason === 'refused') throw new Problem('channel.inside', { params: { host: ours.host } })
    const { code, status } = TOLD[error.kind]
    throw new Problem(code, {
      status,
      params: { network: label, detail: error.detail },
    })
  }
}
