import fc from 'fast-check'
import { expect, it } from 'vitest'
import { snapper } from './snap.ts'

const at = (x: number, y: number, w = 100, h = 80) => ({ x, y, w, h })

it('stands in line with the edges and middles of what is near, on both axes at once', () => {
  const { move: snap } = snapper([at(0, 0), at(300, 400, 200, 40)])
  expect(snap(at(4, 200), 6)).toMatchObject({ dx: -4, dy: 0 })
  expect(snap(at(103, 500), 6)).toMatchObject({ dx: -3 })
  expect(snap(at(348, 78), 6)).toMatchObject({ dx: 2, dy: 2 })
  expect(snap(at(20, 200), 6)).toEqual({ dx: 0, dy: 0, guides: [] })
  expect(snapper([]).move(at(0, 0), 6)).toEqual({ dx: 0, dy: 0, guides: [] })
})

it('shows a line from itself to the nearest it stands in line with', () => {
  const { move: snap } = snapper([at(0, 0), at(0, 1_000), at(500, 500, 10, 10)])
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
      const { dx, dy, guides } = snapper(boxes).move(mine, 6)
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

it('puts only the edge that is pulled in line, and shows that line', () => {
  const { stretch } = snapper([at(0, 0), at(300, 200, 200, 40)])
  const was = at(10, 120)
  // The right edge, to the left one of the second; the left edge stays though it is near a line.
  expect(stretch(was, at(10, 120, 287), 6, false)).toEqual({
    box: at(10, 120, 290),
    guides: [{ axis: 'x', at: 300, from: 120, to: 240 }],
  })
  // The left and upper edges; the opposite ones stay.
  expect(stretch(was, at(4, 77, 106, 123), 6, false).box).toEqual(at(0, 80, 110, 120))
  expect(stretch(was, at(10, 120, 60, 60), 6, false)).toEqual({ box: at(10, 120, 60, 60), guides: [] })
})

it('keeps the shape of a picture: the nearer line decides', () => {
  const { stretch } = snapper([at(300, 0), at(0, 500)])
  const was = at(100, 100, 100, 50)
  expect(stretch(was, at(100, 100, 198, 99), 6, true)).toEqual({
    box: at(100, 100, 200, 100),
    guides: [{ axis: 'x', at: 300, from: 0, to: 200 }],
  })
  // From the left lower corner.
  const { box } = snapper([at(0, 0, 50, 10)]).stretch(was, at(48, 100, 152, 76), 6, true)
  expect(box).toEqual(at(50, 100, 150, 75))
})
