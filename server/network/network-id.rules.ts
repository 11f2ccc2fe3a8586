import { z } from 'zod'
import { NETWORK_IDS } from './network.rules.ts'

/** Apart from the facts of the networks, which every page shows without ever having to parse one. */
export const networkId = z.enum(NETWORK_IDS)
