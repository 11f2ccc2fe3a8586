import { describe, expect, it } from 'vitest'
import {
  CANVAS,
  type CanvasObject,
  canvasObject,
  canvasObjects,
  canvasOf,
  canvasRoom,
  readObjects,
  weigh,
} from './canvas.rules.ts'

const any = { x: 0, y: 0, z: 'a0' }
const box = { ...any, w: 100, h: 80 }
const note = { kind: 'note', ...box, text: 'Hello', hue: 3 }

describe('an object', () => {
  it.each<[string, object, boolean]>([
    ['a note', note, true],
    ['a note with a text of 2,000', { ...note, text: 'x'.repeat(CANVAS.note) }, true],
    ['a note with one of 2,001', { ...note, text: 'x'.repeat(CANVAS.note + 1) }, false],
    ['a note without a width', { ...note, w: undefined }, false],
    ['a note of no height', { ...note, h: 0 }, false],
    ['a note nowhere', { ...note, x: Number.NaN }, false],
    ['a note at infinity', { ...note, y: Number.POSITIVE_INFINITY }, false],
    ['a note beyond the edge', { ...note, x: CANVAS.edge + 1 }, false],
    ['a note of an unknown colour', { ...note, hue: 12 }, false],
    ['a note with words for a place', { ...note, x: '0' }, false],
    ['a text', { kind: 'text', ...box, text: '', size: 'm' }, true],
    ['a text of an odd size', { kind: 'text', ...box, text: '', size: 'xxl' }, false],
    ['a frame', { kind: 'frame', ...box, title: 'Chuseok', campaignId: null, hue: 1 }, true],
    ['an image', { kind: 'image', ...box, assetId: 'a', alt: '' }, true],
    ['an image of nothing', { kind: 'image', ...box, assetId: '', alt: '' }, false],
    ['a post', { kind: 'post', ...box, postId: 'p' }, true],
    ['an arrow', { kind: 'arrow', ...any, x2: 5, y2: 5, fromId: null, toId: 'b', hue: 0 }, true],
    ['an arrow to nowhere', { kind: 'arrow', ...any, fromId: null, toId: null, hue: 0 }, false],
    ['a stroke', { kind: 'stroke', ...box, points: [0, 0, 1, 1], width: 3, hue: 0 }, true],
    ['a stroke of one point', { kind: 'stroke', ...box, points: [0, 0], width: 3, hue: 0 }, false],
    [
      'a stroke with half a point',
      { kind: 'stroke', ...box, points: [0, 0, 1, 1, 2], width: 3, hue: 0 },
      false,
    ],
    ['something else', { kind: 'script', ...box }, false],
  ])('%s', (_, value, valid) => expect(canvasObject.safeParse(value).success).toBe(valid))

  it.each([['zzzzzz'], ['!!'], [''], ['a0'.padEnd(201, 'V')], [7], [undefined]])(
    'lies at the bottom when %s says where it lies',
    (z) => expect(canvasObject.parse({ ...note, z })).toMatchObject({ z: 'a0' }),
  )

  it('has nothing on it that nobody knows', () => {
    expect(canvasObject.parse({ ...note, onclick: 'x' })).toEqual({ ...note, locked: false, group: null })
  })
})

describe('what a room stores', () => {
  it('is read object by object: what is wrong is left out', () => {
    const stored = {
      version: 1,
      objects: {
        b: note,
        a: { ...note, text: 'A' },
        bad: { kind: 'note' },
        ['x'.repeat(65)]: note,
        ...JSON.parse(JSON.stringify({ proto: note }).replace('proto', '__proto__')),
      },
    }
    const read = readObjects(stored)
    expect(Object.keys(read?.objects ?? {})).toEqual(['a', 'b'])
    expect(read?.dropped).toBe(3)
    expect(Object.getPrototypeOf(read?.objects)).toBe(Object.prototype)
  })
  it.each([null, {}, { objects: 3 }, 'text'])('%j is a room that was never filled', (stored) =>
    expect(readObjects(stored)).toBeNull(),
  )
  const many = (count: number): Record<string, CanvasObject> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, note as CanvasObject]))
  it('is kept beyond what may be put on a canvas, for two may fill it at once', () => {
    const read = readObjects({ objects: many(CANVAS.objects + 2) })
    expect(Object.keys(read?.objects ?? {})).toHaveLength(CANVAS.objects + 2)
    expect(read?.dropped).toBe(0)
    expect(canvasObjects.safeParse(many(CANVAS.objects + 1)).success).toBe(false)
    expect(canvasObjects.safeParse(many(CANVAS.objects)).success).toBe(true)
  })
  it('holds so much writing and drawing, and is kept somewhat beyond', () => {
    const points = Array.from({ length: CANVAS.points }, () => 1)
    const stroke = { kind: 'stroke', ...box, points, width: 3, hue: 0 } as unknown as CanvasObject
    const drawings = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, stroke]))
    const fit = Math.floor(CANVAS.bytes / weigh(stroke))
    expect(fit).toBe(493)
    expect(canvasObjects.safeParse(drawings(fit)).success).toBe(true)
    expect(canvasObjects.safeParse(drawings(fit + 1)).success).toBe(false)
    expect(readObjects({ objects: drawings(2 * fit) })?.dropped).toBe(0)
    expect(readObjects({ objects: drawings(3 * fit) })?.dropped).toBeGreaterThan(fit - 5)
  })
  it('ends somewhere', () => {
    const read = readObjects({ objects: many(CANVAS.kept + 2) })
    expect(Object.keys(read?.objects ?? {})).toHaveLength(CANVAS.kept)
    expect(read?.dropped).toBe(2)
  })
})

it.each([
  [canvasRoom('w', 'c'), { workspaceId: 'w', id: 'c' }],
  ['w:plan', null],
  ['w:draft:c', null],
  ['w:canvas:', null],
  ['w:canvas:c:d', null],
])('%s is the room of %j', (room, of) => expect(canvasOf(room)).toEqual(of))
