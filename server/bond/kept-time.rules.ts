import { resolveSendTime } from '../time/send-time.rules.ts'
import { type Central, stateOf } from './bond.rules.ts'
import type { KeptReason } from './names.rules.ts'

/** What HQ did: gave its post, or single channels of it, another time, locked fields in a region, or something else. */
export type Cause = 'timed' | 'timedApart' | 'locked' | 'edited'

export interface KeptTime {
  why: KeptReason | null
  /** People are to be told of it now. */
  news: boolean
  /** What they have been told of from now on: a state of HQ's time. */
  keptFrom: string | null
}

/**
 * Whether HQ's locked time came to a region. Told once a time: not again with every later edit; and of what had gone out
 * before HQ locked its time nobody is told. `brought`: it was carried out now; `stays`: it was not, and differs.
 */
export function keptTime(facts: {
  central: Central
  zone: string | null
  brought: boolean
  stays: boolean
  out: boolean
  cause: Cause
  keptFrom: string | null
}): KeptTime {
  const { central, zone, brought, stays, out, cause, keptFrom } = facts
  const why = stays ? reason(central, out) : brought && isSkipped(central, zone) ? 'skipped' : null
  if (!why) return { why, news: false, keptFrom: null }
  if (cause === 'edited') return { why, news: false, keptFrom }
  const state = stateOf(central, ['time'])
  return { why, news: state !== keptFrom && !(out && cause === 'locked'), keptFrom: state }
}

const reason = ({ time }: Central, out: boolean): KeptReason => (out ? 'sent' : time ? 'late' : 'none')

/** Whether clocks leave HQ's hour out in a region. */
const isSkipped = ({ time, ownTimes = {} }: Central, zone: string | null): boolean =>
  [time, ...Object.values(ownTimes)].some(
    (one) => one && resolveSendTime(one.local, zone ?? one.zone).notice === 'skippedHour',
  )
