import { type Report, SETTLE_MS, samplePause } from './presence.rules.ts'
import type { Point, PresenceState } from './presence-state.rules.ts'

const EMPTY: Required<Report> = {
  page: null,
  focus: null,
  typing: null,
  drag: null,
  view: null,
  asks: null,
}

export type Send = (patch: Partial<PresenceState>) => void

/**
 * What I tell the others. Components report facts while they are mounted (a later one wins over an earlier one, per
 * fact); the pointer is sampled, less often the more people there are. Nothing is sent while nobody listens.
 */
export function createReporter() {
  const reports: { facts: Report }[] = []
  let idle = false
  let send: Send | null = null
  let said: Partial<PresenceState> = {}
  let settle: ReturnType<typeof setTimeout> | undefined
  let pause = samplePause(1)
  let sampling: ReturnType<typeof setTimeout> | undefined
  let where: (() => Point | null) | null = null
  let over: string | null = null
  let last = Number.NEGATIVE_INFINITY

  const wanted = (): Required<Report> & { idle: boolean; gone: boolean } =>
    Object.assign({}, EMPTY, ...reports.map((one) => one.facts), { idle, gone: false })

  function tell() {
    settle = undefined
    if (!send) return
    const now = wanted()
    const changed = Object.entries(now).filter(([key, value]) => said[key as keyof PresenceState] !== value)
    if (changed.length === 0) return
    send(Object.fromEntries(changed))
    said = { ...said, ...now }
  }

  function soon() {
    if (settle === undefined) settle = setTimeout(tell, SETTLE_MS)
  }

  function sample() {
    sampling = undefined
    if (!send) return
    const patch: Partial<PresenceState> = {}
    const cursor = where?.()
    if (cursor || (cursor === null && said.cursor)) patch.cursor = cursor
    if (over !== (said.over ?? null)) patch.over = over
    where = null
    last = performance.now()
    if (Object.keys(patch).length === 0) return
    said = { ...said, ...patch }
    send(patch)
  }

  /** Tells what the pointer does in its own time: not more often than the room bears. */
  function sampleSoon() {
    if (sampling === undefined) sampling = setTimeout(sample, Math.max(0, last + pause - performance.now()))
  }

  return {
    wanted,
    /** Declares facts until the returned function is called; give `undefined` for those you do not know. */
    report(facts: Report): { change: (facts: Report) => void; end: () => void } {
      const one = { facts: defined(facts) }
      reports.push(one)
      soon()
      return {
        change(next) {
          one.facts = defined(next)
          soon()
        },
        end() {
          reports.splice(reports.indexOf(one), 1)
          soon()
        },
      }
    },
    /** The pointer moved. `locate` is asked when the position is sent, not at every move; null takes it away. */
    point(locate: () => Point | null) {
      where = locate
      sampleSoon()
    },
    /** The pointer, or the keyboard, is on something (`<noun>:<id>`); null: on nothing more. */
    over(what: string | null) {
      if (over === what) return
      over = what
      sampleSoon()
    },
    setIdle(value: boolean) {
      if (idle === value) return
      idle = value
      soon()
    },
    /** How many connections the room has, me included. */
    setRoomSize(people: number) {
      pause = samplePause(people)
    },
    /** Connects to a room (or to nothing): everything is told again. */
    attach(next: Send | null) {
      send = next
      said = {}
      if (!next) return
      tell()
      if (over) sampleSoon()
    },
    /** Tells everything once more: somebody new may have missed it. */
    repeat() {
      send?.({ ...wanted(), cursor: said.cursor ?? null, over: said.over ?? null })
    },
    /** Leaving for good: the others need not wait for us. */
    goodbye() {
      send?.({ gone: true })
      said.gone = true
    },
    /** After a goodbye that was none: the page came back from the browser's cache. */
    back: soon,
  }
}

export type Reporter = ReturnType<typeof createReporter>

function defined(facts: Report): Report {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
