import type { CanvasObject, CanvasObjects } from './canvas.rules.ts'
import { type Box, boundsOf, boxOf, endsOf, inOrder } from './shape.rules.ts'

/** The picture's size, px, and what stays free around what is on the canvas. */
const WIDTH = 320
const HEIGHT = 180
const AIR = 12
/** No nearer than this, in parts of 100 %: one note does not fill the picture. */
const NEAREST = 0.6
/** So many objects are drawn at most, the largest ones, beside notes that are specks. */
const MOST = 800
/** Of very many a note that is no wider than this, px, is a speck: all of a colour are one shape. */
const SPECK = 12
/** Between the lines that stand for words, px; what is lower than two of them has none. */
const LINE = 5

const short = (value: number): number => Math.round(value * 10) / 10
// Neither light nor dark: the same picture serves on both grounds.
const hued = (hue: number) => `oklch(0.68 0.11 ${hue * 30 + 15})`
const GREY = 'oklch(0.62 0.01 260)'

/**
 * A small picture of a canvas, an SVG document with a clear ground: where what stands, in its colour. No word and no
 * picture of it is in it, so who may see the canvas may see this. Null when nothing is on it.
 */
export function pictureOf(objects: CanvasObjects): string | null {
  const lookup = new Map(Object.entries(objects))
  const boxes = new Map([...lookup].map(([id, object]) => [id, boxOf(object, lookup)]))
  const bounds = boundsOf([...boxes.values()])
  if (!bounds) return null
  const scale = Math.min((WIDTH - 2 * AIR) / bounds.w, (HEIGHT - 2 * AIR) / bounds.h, NEAREST)
  const left = WIDTH / 2 - (bounds.x + bounds.w / 2) * scale
  const top = HEIGHT / 2 - (bounds.y + bounds.h / 2) * scale
  const at = ({ x, y, w, h }: Box): Box => ({
    x: short(x * scale + left),
    y: short(y * scale + top),
    w: short(Math.max(w * scale, 1)),
    h: short(Math.max(h * scale, 1)),
  })
  const specks = new Map<number, string[]>()
  for (const [id, object] of lookup) {
    const box = boxes.get(id)
    if (lookup.size <= MOST || object.kind !== 'note' || !box || box.w * scale > SPECK) continue
    const { x, y, w, h } = at(box)
    const alike = specks.get(object.hue) ?? []
    alike.push(`M${x} ${y}h${w}v${h}h-${w}z`)
    specks.set(object.hue, alike)
    boxes.delete(id)
  }
  const area = (id: string) => (boxes.get(id)?.w ?? 0) * (boxes.get(id)?.h ?? 0)
  const large = new Set([...boxes.keys()].sort((a, b) => area(b) - area(a)).slice(0, MOST))
  const body = inOrder(lookup).map((id) => {
    const [object, box] = [lookup.get(id), boxes.get(id)]
    if (!object || !box || !large.has(id)) return ''
    if (object.kind === 'arrow') {
      const { from, to } = endsOf(object, lookup)
      const [a, b] = [at({ ...from, w: 0, h: 0 }), at({ ...to, w: 0, h: 0 })]
      return `<path d="M${a.x} ${a.y}L${b.x} ${b.y}" stroke="${hued(object.hue)}"/>`
    }
    return shape(object, at(box), scale)
  })
  for (const [hue, parts] of specks)
    body.push(`<path d="${parts.join('')}" fill="${hued(hue)}" fill-opacity=".55"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" fill="none">${body.join('')}</svg>`
}

function shape(object: Exclude<CanvasObject, { kind: 'arrow' }>, box: Box, scale: number): string {
  const { x, y, w, h } = box
  const rect = (look: string) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${short(6 * scale)}" ${look}/>`
  if (object.kind === 'frame')
    return rect(
      `fill="${hued(object.hue)}" fill-opacity=".08" stroke="${hued(object.hue)}" stroke-opacity=".6"`,
    )
  if (object.kind === 'note')
    return (
      rect(`fill="${hued(object.hue)}" fill-opacity=".55"`) +
      lines(box, object.text.length, 'oklch(0.5 0.02 260)')
    )
  if (object.kind === 'post')
    return (
      rect(`fill="${GREY}" fill-opacity=".16" stroke="${GREY}" stroke-opacity=".5"`) + lines(box, 40, GREY)
    )
  if (object.kind === 'image') return rect(`fill="${GREY}" fill-opacity=".5"`)
  if (object.kind === 'text')
    return h < 2 * LINE ? rect(`fill="${GREY}" fill-opacity=".6"`) : lines(box, object.text.length, GREY)
  const [first, ...rest] = pairs(object.points).map(
    ([px, py]) => `${short(x + px * scale)} ${short(y + py * scale)}`,
  )
  return `<path d="M${first}L${rest.join(' ')}" stroke="${hued(object.hue)}" stroke-linejoin="round"/>`
}

/** Of a long line every so many points: it is small. */
function pairs(points: readonly number[]): [number, number][] {
  const step = 2 * Math.max(1, Math.ceil(points.length / 2 / 40))
  const some: [number, number][] = []
  for (let i = 0; i + 1 < points.length; i += step) some.push([points[i] ?? 0, points[i + 1] ?? 0])
  return some.length > 1
    ? some
    : [
        [points[0] ?? 0, points[1] ?? 0],
        [points.at(-2) ?? 0, points.at(-1) ?? 0],
      ]
}

/** Lines instead of so many letters. */
function lines({ x, y, w, h }: Box, letters: number, colour: string): string {
  const rows = Math.min(3, Math.floor(h / LINE) - 1, Math.ceil(letters / 25))
  if (rows < 1 || w < 12) return ''
  const row = (index: number) => {
    const part = index === rows - 1 ? 0.45 : 0.75
    return `M${short(x + w * 0.1)} ${short(y + LINE * (index + 1))}h${short(w * part)}`
  }
  const path = Array.from({ length: rows }, (_, index) => row(index)).join('')
  return `<path d="${path}" stroke="${colour}" stroke-opacity=".7" stroke-width="1.5"/>`
}
