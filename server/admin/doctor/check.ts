import type { Settings } from '../../platform/settings.ts'
import type { Look } from './look.ts'

/** What a check found. `warn`: it works, but look at it; `fail`: something does not work. */
export interface Finding {
  state: 'ok' | 'warn' | 'fail'
  /** One sentence, with the remedy when it is not ok. */
  says: string
}

export interface Check {
  name: string
  run(settings: Settings, look: Look): Promise<Finding | Finding[]>
}

export const ok = (says: string): Finding => ({ state: 'ok', says })
export const warn = (says: string): Finding => ({ state: 'warn', says })
export const fail = (says: string): Finding => ({ state: 'fail', says })
