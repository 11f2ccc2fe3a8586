import { expect, it } from 'vitest'
import type { CanvasObjects } from './canvas.rules.ts'
import { pictureOf } from './picture.rules.ts'

const any = { z: 'a0', locked: false, group: null }
const note = (x: number, y: number, text = 'Secret words') =>
  ({ kind: 'note', x, y, w: 200, h: 140, text, hue: 3, ...any }) as const

it('draws where things stand, within its frame, and none of their words', () => {
  const objects: CanvasObjects = {
    a: note(0, 0),
    b: note(4_000, 900),
    frame: {
      kind: 'frame',
      x: -50,
      y: -50,
      w: 5_000,
      h: 2_000,
      title: 'Secret',
      campaignId: null,
      hue: 1,
      ...any,
    },
    post: { kind: 'post', x: 900, y: 300, w: 260, h: 132, postId: 'secret', ...any },
    text: { kind: 'text', x: 0, y: 700, w: 900, h: 300, text: 'Secret text', size: 'l', ...any },
    image: { kind: 'image', x: 1_500, y: 0, w: 300, h: 300, assetId: 'secret', alt: 'Secret', ...any },
    stroke: {
      kind: 'stroke',
      x: 9,
      y: 9,
      w: 90,
      h: 90,
      points: [0, 0, 50, 40, 90, 90],
      width: 4,
      hue: 2,
      ...any,
    },
    arrow: { kind: 'arrow', x: 0, y: 0, x2: 9, y2: 9, fromId: 'a', toId: 'b', hue: 5, ...any },
  }
  const svg = pictureOf(objects) ?? ''
  expect(svg.toLowerCase()).not.toContain('secret')
  expect(svg).not.toContain('NaN')
  expect(svg.match(/<rect/g)).toHaveLength(5)
  for (const [, x, y, w, h] of svg.matchAll(/<rect x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(11)
    expect(Number(y)).toBeGreaterThanOrEqual(11)
    expect(Number(x) + Number(w)).toBeLessThanOrEqual(309.5)
    expect(Number(y) + Number(h)).toBeLessThanOrEqual(169.5)
  }
})

it('is nothing for nothing, and small for very many', () => {
  expect(pictureOf({})).toBeNull()
  const many = Object.fromEntries(
    Array.from({ length: 5_000 }, (_, i) => [`o${i}`, note((i % 70) * 230, Math.floor(i / 70) * 170)]),
  )
  const svg = pictureOf(many) ?? ''
  expect(svg.match(/M\d/g)).toHaveLength(5_000)
  expect(svg.length).toBeLessThan(150_000)
})
