import type { Registry } from 'prom-client'
import type { Engine } from '#db/client.ts'
import type { Log } from './platform/log.ts'
import type { Outbound } from './platform/outbound.ts'
import type { Presence } from './platform/presence/presence.ts'
import type { RateLimits } from './platform/rate-limit.ts'
import type { Settings } from './platform/settings.ts'
import type { Signal } from './platform/signal.ts'
import type { Vault } from './platform/vault.ts'
import type { Sessions } from './session/session.ts'

/** What the composition root made, for everything that acts. */
export interface App {
  store: Engine
  settings: Settings
  log: Log
  signal: Signal
  vault: Vault
  /** The guarded way out, to addresses that people typed in. */
  outbound: Outbound
  sessions: Sessions
  presence: Presence
  limits: RateLimits
  metrics: Registry
  /** Ends the live connections of a session at once, in every process. */
  cutSession(sessionId: string): void
  /** Epoch milliseconds. */
  now(): number
  /** True once the process is shutting down. */
  stopping(): boolean
}
