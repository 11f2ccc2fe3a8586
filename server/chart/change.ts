import { drawable } from './scene.ts'

export interface Change {
  /** `new`: there is nothing before to compare with. */
  direction: 'up' | 'down' | 'same' | 'new'
  /** How much of what was before it grew or shrank by, 0 or more (0.12 is 12 %). */
  ratio: number
}

/** A value beside the same one in the period before. A difference under half a percent is none. */
export function changeOf(value: number | null, before: number | null): Change {
  const now = drawable(value)
  const then = drawable(before)
  if (now === null || then === null || (then === 0 && now !== 0)) return { direction: 'new', ratio: 0 }
  const ratio = then === 0 ? 0 : Math.abs((now - then) / then)
  if (ratio < 0.005) return { direction: 'same', ratio: 0 }
  return { direction: now > then ? 'up' : 'down', ratio }
}
