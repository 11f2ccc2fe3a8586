import { expect, it } from 'vitest'
import { timingProblem } from './timing.rules.ts'

const MINUTE = 60_000
it.each([
  // minutes ahead, confirmed, may publish
  [-1, false, true, 'post.timePast'],
  [-1, true, true, null],
  [-1, false, false, 'post.nowNeedsPublish'],
  [-1, true, false, 'post.nowNeedsPublish'],
  [0, true, false, 'post.nowNeedsPublish'],
  [0, true, true, null],
  [1, false, false, 'post.timeSoon'],
  [1, true, false, null],
  [6, false, false, null],
] as const)('%i minutes ahead, confirmed %s, may publish %s: %s', (ahead, confirmed, mayPublish, answer) =>
  expect(timingProblem(ahead * MINUTE, 0, { confirmed, mayPublish })).toBe(answer),
)
