import { expect, test } from 'vitest'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { caughtIn } from './caught.ts'

const any = { z: 'a0', locked: false, group: null, hue: 0 }
const note = { kind: 'note', x: 100, y: 100, w: 100, h: 100, text: '', ...any } as CanvasObject
const frame = {
  kind: 'frame',
  x: 0,
  y: 0,
  w: 400,
  h: 400,
  title: '',
  campaignId: null,
  ...any,
} as CanvasObject
const arrow = {
  ...{ kind: 'arrow', x: 0, y: 400, x2: 400, y2: 0, fromId: null, toId: null },
  ...any,
} as CanvasObject
const stroke = {
  ...{ kind: 'stroke', x: 200, y: 200, w: 200, h: 200, points: [0, 0, 200, 0, 200, 200], width: 4 },
  ...any,
} as CanvasObject
const objects = new Map(Object.entries({ note, frame, arrow, stroke }))
const caught = (x: number, y: number, w: number, h: number) => caughtIn({ x, y, w, h }, objects).join(' ')

test('a rectangle chooses what it touches, of a line only the line, of a frame nothing less than all', () => {
  expect(caught(150, 150, 10, 10)).toBe('note')
  // Within the boxes of the line and the arrow, beside both.
  expect(caught(220, 300, 60, 60)).toBe('')
  expect(caught(300, 190, 10, 20)).toBe('stroke')
  expect(caught(390, 0, 10, 10)).toBe('arrow')
  expect(caught(190, 190, 30, 30)).toBe('note arrow stroke')
  expect(caught(-1, -1, 402, 402)).toBe('note frame arrow stroke')
  expect(caught(1, -1, 402, 402)).not.toContain('frame')
  expect(caught(-50, -50, 20, 20)).toBe('')
})

test('a level and an upright arrow are caught as well', () => {
  const level = { ...arrow, y: 50, y2: 50 } as CanvasObject
  const one = (x: number, y: number) => caughtIn({ x, y, w: 20, h: 20 }, new Map([['a', level]]))
  expect([one(100, 40), one(100, 60)]).toEqual([['a'], []])
})
