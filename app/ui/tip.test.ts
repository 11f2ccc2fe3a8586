import { expect, test } from 'vitest'
import { placeBeside } from './tip.ts'

const viewport = { width: 400, height: 300 }
const size = { width: 100, height: 20 }

test('a tooltip stands beside its target, in the middle', () => {
  const target = { top: 100, left: 150, width: 40, height: 40 }
  expect(placeBeside(target, size, viewport, 'top')).toEqual({ top: 72, left: 120 })
  expect(placeBeside(target, size, viewport, 'right')).toEqual({ top: 110, left: 198 })
})

test('it flips where there is no room and never leaves the window', () => {
  const corner = { top: 4, left: 2, width: 30, height: 30 }
  expect(placeBeside(corner, size, viewport, 'top')).toEqual({ top: 42, left: 6 })
  const edge = { top: 100, left: 370, width: 28, height: 28 }
  expect(placeBeside(edge, size, viewport, 'right').left).toBeLessThan(370 - size.width)
})
