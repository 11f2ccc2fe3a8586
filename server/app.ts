import type { Engine } from '#db/client.ts'
import type { Log } from './platform/log.ts'
import type { Settings } from './platform/settings.ts'
import type { Signal } from './platform/signal.ts'
import type { Vault } from './platform/vault.ts'

/** What the composition root made, for everything that acts. */
export interface App {
  store: Engine
  settings: Settings
  log: Log
  signal: Signal
  vault: Vault
  /** Epoch milliseconds. */
  now(): number
}
