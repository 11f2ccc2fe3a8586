import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { boundsOf, boxOf, endsOf } from '#server/canvas/shape.rules.ts'
import { pathOf } from './object/plain-nodes.tsx'

/** What the drawing needs of its surroundings. Colours are plain: the picture goes to other programs. */
export interface Ink {
  ground: string
  text: string
  /** Of one of the twelve hues: its line, and its light ground. */
  line(hue: number): string
  soft(hue: number): string
  /** Width of words in canvas units. */
  measure(words: string, size: number, bold: boolean): number
  /** A picture as a data URL; null when it could not be read. */
  picture(assetId: string): string | null
  /** Title, stage and, if it has one, time of a post; null when it is not for the reader. */
  post(postId: string): { title: string; stage: string; time: string | null } | null
}

const AROUND = 40
const FONT = "Inter, Pretendard, 'Noto Sans KR', system-ui, sans-serif"
const sizes = { s: 13, m: 16, l: 28 }

/** What in a text means something to XML, and what no XML may hold. */
export const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Lines of a text that are no wider than `width`; a word that is too long is broken. */
export function wrap(text: string, width: number, measure: (words: string) => number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/(?<= )/)) {
      if (measure(line + word.trimEnd()) <= width) {
        line += word
        continue
      }
      if (line) lines.push(line.trimEnd())
      line = ''
      for (const letter of word) {
        if (line && measure(line + letter) > width) {
          lines.push(line)
          line = ''
        }
        line += letter
      }
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** The canvas as a picture of its own: an SVG document with its size in canvas units. Null when nothing is on it. */
export function svgOf(
  objects: ReadonlyMap<string, CanvasObject>,
  order: readonly string[],
  ink: Ink,
): { svg: string; width: number; height: number } | null {
  const bounds = boundsOf([...objects.values()].map((object) => boxOf(object, objects)))
  if (!bounds) return null
  const x = Math.floor(bounds.x - AROUND)
  const y = Math.floor(bounds.y - AROUND)
  const width = Math.ceil(bounds.w + 2 * AROUND)
  const height = Math.ceil(bounds.h + 2 * AROUND)
  const body = order.map((id) => {
    const object = objects.get(id)
    return object ? drawn(object, objects, ink) : ''
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="${FONT}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ink.ground}"/>${body.join('')}</svg>`
  return { svg, width, height }
}

function drawn(object: CanvasObject, objects: ReadonlyMap<string, CanvasObject>, ink: Ink): string {
  const { x, y, w, h } = boxOf(object, objects)
  const rect = (fill: string, stroke: string, round = 10) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill}" stroke="${stroke}"/>`
  // The program that opens it may have wider letters, and a picture has no fonts of its own: a line keeps its length.
  const lengthOf = (line: string, size: number, bold: boolean) => {
    const length = Math.round(ink.measure(line, size, bold) * 10) / 10
    return length > 0 ? ` textLength="${length}" lengthAdjust="spacingAndGlyphs"` : ''
  }
  const words = (text: string, size: number, inset: number, bold = false, top = inset, foot = 0) => {
    const lines = wrap(text, w - 2 * inset, (line) => ink.measure(line, size, bold))
    const room = Math.max(1, Math.floor((h - top - foot) / (size * 1.4)))
    return lines
      .slice(0, room)
      .map(
        (line, index) =>
          `<text x="${x + inset}" y="${y + top + size + index * size * 1.4}" font-size="${size}" fill="${ink.text}"${bold ? ' font-weight="600"' : ''}${lengthOf(line, size, bold)} xml:space="preserve">${xml(line)}</text>`,
      )
      .join('')
  }
  if (object.kind === 'note') return rect(ink.soft(object.hue), 'none') + words(object.text, 14, 12)
  if (object.kind === 'text') return words(object.text, sizes[object.size], 4, object.size === 'l')
  if (object.kind === 'frame')
    return rect('none', ink.line(object.hue)) + words(object.title, 13, 12, true, 8)
  if (object.kind === 'image') {
    const data = ink.picture(object.assetId)
    return data
      ? `<image x="${x}" y="${y}" width="${w}" height="${h}" preserveAspectRatio="xMidYMid slice" href="${data}"/>`
      : rect(ink.soft(8), 'none', 6)
  }
  if (object.kind === 'post') {
    const post = ink.post(object.postId)
    const box = rect(ink.ground, ink.line(8))
    if (!post) return box
    const foot = post.time ? 28 : 0
    const face = words(post.stage, 12, 12, false, 8, h - 26) + words(post.title, 13, 12, true, 32, foot)
    return box + face + (post.time ? words(post.time, 12, 12, false, h - foot, 10) : '')
  }
  const stroke = `fill="none" stroke="${ink.line(object.hue)}" stroke-linecap="round" stroke-linejoin="round"`
  if (object.kind === 'stroke')
    return `<path transform="translate(${x} ${y})" d="${pathOf(object.points)}" ${stroke} stroke-width="${object.width}"/>`
  const { from, to } = endsOf(object, objects)
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  return `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" ${stroke} stroke-width="2.5"/><path transform="translate(${to.x} ${to.y}) rotate(${angle})" d="M-11 -6 0 0 -11 6" ${stroke} stroke-width="2.5"/>`
}
