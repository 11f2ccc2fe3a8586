import { describe, expect, it } from 'vitest'
import type { CanvasObject } from './canvas.rules.ts'
import {
  align,
  boundsOf,
  boxOf,
  campaignAt,
  copied,
  endsOf,
  inOrder,
  insideFrame,
  moved,
} from './shape.rules.ts'

const any = { locked: false, group: null }
const note = (x: number, y: number, more: object = {}) =>
  ({ kind: 'note', x, y, w: 100, h: 100, z: 'a0', text: '', hue: 0, ...any, ...more }) as CanvasObject
const frame = (x: number, y: number, w: number, campaignId: string | null) =>
  ({ kind: 'frame', x, y, w, h: w, z: 'a0', title: '', campaignId, hue: 0, ...any }) as CanvasObject
const arrow = (more: object = {}) =>
  ({
    kind: 'arrow',
    x: 0,
    y: 0,
    x2: 50,
    y2: 0,
    fromId: null,
    toId: null,
    z: 'a1',
    hue: 0,
    ...any,
    ...more,
  }) as Extract<CanvasObject, { kind: 'arrow' }>

describe('an arrow', () => {
  const objects = new Map([
    ['a', note(0, 0)],
    ['b', note(400, 0)],
  ])
  it('runs between the edges of its objects', () => {
    expect(endsOf(arrow({ fromId: 'a', toId: 'b' }), objects)).toEqual({
      from: { x: 106, y: 50 },
      to: { x: 394, y: 50 },
    })
  })
  it('is free where its object is gone', () => {
    expect(endsOf(arrow({ fromId: 'gone', toId: 'b', x: 0, y: 50 }), objects)).toEqual({
      from: { x: 0, y: 50 },
      to: { x: 394, y: 50 },
    })
  })
  it('has a box however straight it is', () => {
    expect(boxOf(arrow(), objects)).toEqual({ x: 0, y: 0, w: 50, h: 1 })
  })
  it('moves with both ends', () => expect(moved(arrow(), 5, 6)).toEqual({ x: 5, y: 6, x2: 55, y2: 6 }))
})

describe('boxes', () => {
  it('have bounds', () => {
    expect(boundsOf([])).toBeNull()
    expect(boundsOf([note(0, 0), note(50, 200)] as never)).toEqual({ x: 0, y: 0, w: 150, h: 300 })
  })
  it.each([
    ['left', { b: { x: 0, y: 200 } }],
    ['right', { a: { x: 50, y: 0 } }],
    ['centre', { a: { x: 25, y: 0 }, b: { x: 25, y: 200 } }],
    ['top', { b: { x: 50, y: 0 } }],
    ['middle', { a: { x: 0, y: 100 }, b: { x: 50, y: 100 } }],
    ['bottom', { a: { x: 0, y: 200 } }],
  ] as const)('are put in line: %s', (how, moves) => {
    const boxes = new Map([
      ['a', { x: 0, y: 0, w: 100, h: 100 }],
      ['b', { x: 50, y: 200, w: 100, h: 100 }],
    ])
    expect(align(boxes, how)).toEqual(moves)
  })
})

it('a frame takes along what lies wholly on it, and gives its campaign', () => {
  const objects = new Map([
    ['big', frame(0, 0, 1_000, 'c1')],
    ['small', frame(0, 0, 300, 'c2')],
    ['in', note(20, 20)],
    ['half', note(250, 20)],
    ['out', note(2_000, 0)],
  ])
  expect(insideFrame(objects.get('small') as never, 'small', objects)).toEqual(['in'])
  expect(insideFrame(objects.get('big') as never, 'big', objects)).toEqual(['small', 'in', 'half'])
  expect(campaignAt(objects.get('in') as never, objects)).toBe('c2')
  expect(campaignAt(objects.get('half') as never, objects)).toBe('c2')
  expect(campaignAt({ x: 600, y: 600, w: 10, h: 10 }, objects)).toBe('c1')
  expect(campaignAt(objects.get('out') as never, objects)).toBeNull()
})

it('copies keep their arrows and groups among themselves', () => {
  let n = 0
  const copies = copied(
    {
      a: note(0, 0, { group: 'g', locked: true }),
      b: note(10, 0, { group: 'g' }),
      c: arrow({ fromId: 'a', toId: 'elsewhere' }),
    },
    { x: 20, y: 30 },
    () => `new${++n}`,
  )
  expect(copies).toMatchObject({
    new1: { x: 20, y: 30, group: 'new4', locked: false },
    new2: { x: 30, y: 30, group: 'new4' },
    new3: { x: 20, y: 30, x2: 70, y2: 30, fromId: 'new1', toId: null },
  })
})

it('lies in the order of its indexes', () => {
  const objects = new Map([
    ['top', note(0, 0, { z: 'a2' })],
    ['b', note(0, 0, { z: 'a1' })],
    ['a', note(0, 0, { z: 'a1' })],
  ])
  expect(inOrder(objects)).toEqual(['a', 'b', 'top'])
})
