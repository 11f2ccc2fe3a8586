import { bluesky } from './bluesky/bluesky.ts'
import type { Connector } from './connector.ts'
import type { NetworkId } from './network.rules.ts'
import { practice } from './practice/practice.ts'

/** Every network that can be connected. This list is the only place that names them to the rest of the server. */
export const CONNECTORS: readonly Connector[] = [bluesky, practice]

const byNetwork = new Map<NetworkId, Connector>(CONNECTORS.map((connector) => [connector.network, connector]))

/** The connector of a network, or null when it cannot be connected yet. */
export function connectorOf(network: NetworkId): Connector | null {
  return byNetwork.get(network) ?? null
}
