import { expect, test } from 'vitest'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { canvasObjects } from '#server/canvas/canvas.rules.ts'
import { type Ink, svgOf, wrap, xml } from './svg-of.ts'
import { columnsOf } from './templates.ts'

const ink: Ink = {
  ground: '#fff',
  text: '#000',
  line: () => '#111',
  soft: () => '#eee',
  measure: (words, size) => words.length * size * 0.5,
  picture: () => null,
  post: () => ({ title: 'Teaser', stage: 'Idea', time: '24 Nov, 09:00' }),
}
const plain = { z: 'a0', locked: false, group: null }

test('words break between words, long ones within', () => {
  const measure = (words: string) => words.length
  expect(wrap('one two three', 7, measure)).toEqual(['one two', 'three'])
  expect(wrap('abcdefghij', 4, measure)).toEqual(['abcd', 'efgh', 'ij'])
  expect(wrap('a\n\nb', 4, measure)).toEqual(['a', '', 'b'])
})

test('a canvas is a picture of its own; its words are no markup', () => {
  const objects = new Map<string, CanvasObject>([
    ['a', { kind: 'note', x: 0, y: 0, w: 200, h: 100, text: '<script>&"', hue: 1, ...plain }],
    ['b', { kind: 'post', x: 300, y: 0, w: 200, h: 100, postId: 'p', ...plain }],
    ['c', { kind: 'arrow', x: 0, y: 0, x2: 1, y2: 1, fromId: 'a', toId: 'b', hue: 1, ...plain }],
    [
      'd',
      { kind: 'stroke', x: 0, y: 200, w: 10, h: 10, points: [0, 0, 5, 5, 10, 0], width: 4, hue: 1, ...plain },
    ],
    ['e', { kind: 'image', x: 0, y: 300, w: 10, h: 10, assetId: 'x', alt: '', ...plain }],
    ['f', { kind: 'frame', x: -20, y: -20, w: 600, h: 400, title: 'F', campaignId: null, hue: 1, ...plain }],
  ])
  const drawing = svgOf(objects, [...objects.keys()], ink)
  expect(drawing).toMatchObject({ width: 680, height: 480 })
  expect(drawing?.svg).not.toContain('<script')
  for (const words of ['Teaser', 'Idea', '24 Nov, 09:00']) expect(drawing?.svg).toContain(`>${words}<`)
  expect(drawing?.svg).toMatch(/textLength="39" lengthAdjust="spacingAndGlyphs"[^>]*>Teaser</)
  expect(xml(`a\u0000'`)).toBe('a&#39;')
  expect(svgOf(new Map(), [], ink)).toBeNull()
})

test('templates are objects the schema takes, frames below what stands on them', () => {
  const objects = columnsOf(
    'Heading',
    [
      { title: 'One', hue: 1, notes: ['a', 'b'] },
      { title: 'Two', hue: 2, notes: [] },
    ],
    'c',
  )
  expect(canvasObjects.safeParse(objects).success).toBe(true)
  const all = Object.values(objects)
  const highest =
    all
      .filter((one) => one.kind === 'frame')
      .map((one) => one.z)
      .sort()
      .at(-1) ?? ''
  expect(all.filter((one) => one.kind === 'note').every((one) => one.z > highest)).toBe(true)
  expect(all.find((one) => one.kind === 'frame' && one.campaignId === 'c')).toMatchObject({ title: 'One' })
})
