import { expect, it } from 'vitest'
import { changeOf } from './change.ts'

it.each([
  [112, 100, 'up', 0.12],
  [50, 100, 'down', 0.5],
  [100.2, 100, 'same', 0],
  [0, 0, 'same', 0],
  [5, 0, 'new', 0],
  [null, 5, 'new', 0],
  [-50, -100, 'up', 0.5],
] as const)('%s after %s is %s', (value, before, direction, ratio) => {
  const change = changeOf(value, before)
  expect(change.direction).toBe(direction)
  expect(change.ratio).toBeCloseTo(ratio, 6)
})
