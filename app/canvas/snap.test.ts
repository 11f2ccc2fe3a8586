import fc from 'fast-check'
import { expect, it } from 'vitest'
import { snapper } from './snap.ts'

const at = (x: number, y: number, w = 100, h = 80) => ({ x, y, w, h })

it('stands in line with the edges and middles of what is near, on both axes at once', () => {
  const snap = snapper([at(0, 0), at(300, 400, 200, 40)])
  expect(snap(at(4, 200), 6)).toMatchObject({ dx: -4, dy: 0 })
  expect(snap(at(103, 500), 6)).toMatchObject({ dx: -3 })
  expect(snap(at(348, 78), 6)).toMatchObject({ dx: 2, dy: 2 })
  expect(snap(at(20, 200), 6)).toEqual({ dx: 0, dy: 0, guides: [] })
  expect(snapper([])(at(0, 0), 6)).toEqual({ dx: 0, dy: 0, guides: [] })
})

it('shows a line from itself to the nearest it stands in line with', () => {
  const snap = snapper([at(0, 0), at(0, 1_000), at(500, 500, 10, 10)])
  const { guides } = snap(at(3, 200), 6)
  expect(guides).toEqual([
    { axis: 'x', at: 0, from: 0, to: 280 },
    { axis: 'x', at: 50, from: 0, to: 280 },
    { axis: 'x', at: 100, from: 0, to: 280 },
  ])
})

it('never moves further than it may, and where it moves it stands in line', () => {
  const box = fc.record({
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    w: fc.integer({ min: 1, max: 300 }),
    h: fc.integer({ min: 1, max: 300 }),
  })
  fc.assert(
    fc.property(fc.array(box, { maxLength: 20 }), box, (boxes, mine) => {
      const { dx, dy, guides } = snapper(boxes)(mine, 6)
      expect(Math.abs(dx)).toBeLessThanOrEqual(6)
      expect(Math.abs(dy)).toBeLessThanOrEqual(6)
      if (dx) expect(guides.some((one) => one.axis === 'x')).toBe(true)
      for (const { axis, at: line } of guides) {
        const all = boxes.flatMap(({ x, y, w, h }) =>
          axis === 'x' ? [x, x + w / 2, x + w] : [y, y + h / 2, y + h],
        )
        expect(Math.min(...all.map((one) => Math.abs(one - line)))).toBeLessThanOrEqual(0.5)
      }
    }),
  )
})
