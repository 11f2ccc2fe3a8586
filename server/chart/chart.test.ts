import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barScene } from './bar-scene.ts'
import { lineScene } from './line-scene.ts'
import { nearestPoint } from './nearest-point.ts'
import type { Format } from './scene.ts'
import { shareScene } from './share-scene.ts'
import { sparklineScene } from './sparkline-scene.ts'
import { spreadLabels } from './spread-labels.ts'
import { stackScene } from './stack-scene.ts'

const format: Format = {
  zone: 'Europe/Madrid',
  value: (value) => String(value),
  time: (at) => `t${at % 1000}`,
}
const day = 86_400_000
const start = Date.UTC(2026, 2, 20)

const value = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e300,
    -1e300,
    5e-324,
  ),
  fc.integer({ min: -1000, max: 100_000 }),
  fc.double(),
)
const at = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((days) => start + days * day),
  fc.constantFrom(start, 8.64e15, -8.64e15, Number.NaN, 0),
)
const readings = fc.array(fc.record({ at, value }), { maxLength: 30 })
const size = { width: fc.integer({ min: 0, max: 1500 }), height: fc.integer({ min: 0, max: 600 }) }

/** Every number anywhere in a scene is finite, and so is every number in its paths. */
function expectFinite(scene: unknown) {
  const written = JSON.stringify(scene, (_, part) =>
    typeof part === 'number' && !Number.isFinite(part) ? 'BROKEN' : part,
  )
  expect(written).not.toMatch(/BROKEN|NaN|Infinity/)
}

function expectInside(points: { x: number; y: number }[], box: { width: number; height: number }) {
  for (const { x, y } of points) {
    expect(x).toBeGreaterThanOrEqual(-0.1)
    expect(x).toBeLessThanOrEqual(box.width + 0.1)
    expect(y).toBeGreaterThanOrEqual(-0.1)
    expect(y).toBeLessThanOrEqual(box.height + 0.1)
  }
}

describe('lines', () => {
  it('stay finite and inside whatever the data', () => {
    const role = fc.constantFrom('main' as const, 'compare' as const, 'other' as const)
    const series = fc.array(fc.record({ key: fc.string(), label: fc.string(), role, readings }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.record({ ...size, series, filled: fc.boolean() }), (input) => {
        const scene = lineScene({ ...input, format })
        expectFinite(scene)
        expectInside(
          scene.series.flatMap(({ points }) => points),
          scene,
        )
        expectInside(scene.labels, scene)
      }),
    )
  })

  it('break at a gap and show a lonely reading as a dot', () => {
    const values = [1, 2, null, 5, null, 3, 4]
    const scene = lineScene({
      width: 600,
      height: 200,
      format,
      series: [
        {
          key: 'a',
          label: 'A',
          role: 'main',
          readings: values.map((one, index) => ({ at: start + index * day, value: one })),
        },
      ],
    })
    expect(scene.series[0]!.path.match(/M/g)).toHaveLength(3)
    expect(scene.series[0]!.dots).toHaveLength(1)
    expect(scene.series[0]!.points).toHaveLength(5)
  })

  it('put one reading in the middle, and zeros on the ground', () => {
    const scene = lineScene({
      width: 400,
      height: 200,
      format,
      series: [{ key: 'a', label: 'A', role: 'main', readings: [{ at: start, value: 0 }] }],
    })
    const [point] = scene.series[0]!.points
    expect(point!.x).toBeCloseTo(scene.frame.x + scene.frame.width / 2, 0)
    expect(point!.y).toBe(scene.zero)
    expect(lineScene({ width: 400, height: 200, format, series: [] }).empty).toBe(true)
  })
})

describe('stacks', () => {
  it('stay finite and inside whatever the data', () => {
    const values = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] })
    const rows = fc.array(fc.record({ at, values }), { maxLength: 30 })
    const form = fc.constantFrom('bar' as const, 'area' as const)
    fc.assert(
      fc.property(fc.record({ ...size, rows, form, share: fc.boolean() }), (input) => {
        const scene = stackScene({
          ...input,
          keys: ['a', 'b', 'c'],
          names: { a: 'A', c: 'Long name' },
          format,
        })
        expectInside(scene.labels, scene)
        expectFinite(scene)
        expectInside(
          scene.columns.flatMap(({ parts }) => parts),
          scene,
        )
      }),
    )
  })

  it('pile the parts without holes', () => {
    const rows = [{ at: start, values: { a: 10, b: 30 } }]
    const { columns } = stackScene({ width: 300, height: 200, keys: ['a', 'b'], rows, format })
    const [a, b] = columns[0]!.parts
    expect(b!.y + b!.height).toBeCloseTo(a!.y, 1)
    expect(b!.height / a!.height).toBeCloseTo(3, 1)
    expect(columns[0]!.total).toBe(40)
  })
})

describe('the smaller marks', () => {
  it('stay finite', () => {
    const items = fc.array(fc.record({ key: fc.string(), label: fc.string(), value, compare: value }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(items, readings, size.width, (all, line, width) => {
        const bars = barScene({ width, items: all, value: String })
        expectFinite(bars.rows.map(({ bar, compareX }) => ({ bar, compareX })))
        for (const { bar } of bars.rows) expect(bar.x + bar.width).toBeLessThanOrEqual(bars.width + 0.2)
        const shares = shareScene({ width, height: 8, items: all })
        expectFinite(shares)
        const sum = shares.parts.reduce((total, { percent }) => total + percent, 0)
        expect(sum).toBe(shares.total === 0 ? 0 : 100)
        expectFinite(sparklineScene({ width, height: 24, readings: line }))
      }),
    )
  })

  it('find the nearest point', () => {
    const points = [{ x: 0 }, { x: 10 }, { x: 30 }]
    expect([-5, 4, 6, 21, 99].map((x) => nearestPoint(points, x))).toEqual([0, 0, 1, 2, 2])
    expect(nearestPoint([], 3)).toBe(-1)
  })
})

describe('labels', () => {
  it('never overlap and stay in their span', () => {
    const wanted = fc.array(fc.double({ min: -500, max: 900, noNaN: true }), { maxLength: 30 })
    fc.assert(
      fc.property(wanted, fc.integer({ min: 0, max: 400 }), (at, height) => {
        const placed = spreadLabels(at, 16, [0, height]).flatMap((one) => (one === null ? [] : [one]))
        const sorted = placed.toSorted((a, b) => a - b)
        for (const [index, one] of sorted.entries()) {
          expect(one).toBeGreaterThanOrEqual(-1e-9)
          expect(one).toBeLessThanOrEqual(height + 1e-9)
          if (index > 0) expect(one - sorted[index - 1]!).toBeGreaterThanOrEqual(16 - 1e-6)
        }
      }),
    )
  })

  it('stay where they belong when there is room', () => {
    expect(spreadLabels([100, 20, 60], 16, [0, 200])).toEqual([100, 20, 60])
  })
})
