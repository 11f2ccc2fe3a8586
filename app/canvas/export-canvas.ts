import type { Card } from '#server/post/card.rules.ts'
import type { OpenCanvas } from './canvas-context.ts'
import { type Ink, svgOf } from './svg-of.ts'

/** Longest side of a PNG, px: browsers draw nothing on a larger one. */
const LONGEST = 8_192
const SHARP = 2

/** What is written on a post's card, in the reader's words. */
export interface CardWords {
  title(card: Card): string
  stage(card: Card): string
  time(card: Card): string | null
}

/** Saves the canvas as a picture. Resolves when the browser has it; rejects when it cannot be drawn. */
export async function exportCanvas(
  open: OpenCanvas,
  name: string,
  kind: 'svg' | 'png',
  assets: string,
  words: CardWords,
): Promise<void> {
  const { objects, order } = open.doc.store.getState()
  const ink = await inkOf(open, assets, words)
  const drawing = svgOf(objects, order, ink)
  if (!drawing) throw new Error('nothing to draw')
  const svg = new Blob([drawing.svg], { type: 'image/svg+xml' })
  const file = kind === 'svg' ? svg : await pngOf(svg, drawing.width, drawing.height)
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `${name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'canvas'}.${kind}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

async function pngOf(svg: Blob, width: number, height: number): Promise<Blob> {
  const scale = Math.min(SHARP, LONGEST / Math.max(width, height))
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const surface = document.createElement('canvas')
    surface.width = Math.max(1, Math.round(width * scale))
    surface.height = Math.max(1, Math.round(height * scale))
    surface.getContext('2d')?.drawImage(image, 0, 0, surface.width, surface.height)
    const blob = await new Promise<Blob | null>((resolve) => surface.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('no picture')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function inkOf(open: OpenCanvas, assets: string, words: CardWords): Promise<Ink> {
  const surface = document.createElement('canvas')
  surface.width = 1
  surface.height = 1
  const pen = surface.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('no drawing')
  /** A colour of the page as plain RGB. */
  const plain = (colour: string) => {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [r, g, b] = pen.getImageData(0, 0, 1, 1).data
    return `rgb(${r} ${g} ${b})`
  }
  const page = getComputedStyle(document.body)
  const pictures = await readPictures(open, assets)
  const { cards } = open.shelf.store.getState()
  return {
    ground: '#ffffff',
    text: '#1d2026',
    line: (hue) => plain(`oklch(0.53 0.12 ${hue * 30 + 15})`),
    soft: (hue) => plain(`oklch(0.93 0.04 ${hue * 30 + 15})`),
    measure(words, size, bold) {
      pen.font = `${bold ? 600 : 400} ${size}px ${page.fontFamily}`
      return pen.measureText(words).width
    },
    picture: (id) => pictures.get(id) ?? null,
    post(id) {
      const card = cards.get(id)
      return card ? { title: words.title(card), stage: words.stage(card), time: words.time(card) } : null
    },
  }
}

/** The pictures on the canvas as data URLs; those that cannot be read are left out. */
async function readPictures(open: OpenCanvas, assets: string): Promise<Map<string, string>> {
  const ids = new Set<string>()
  for (const object of open.doc.store.getState().objects.values())
    if (object.kind === 'image') ids.add(object.assetId)
  const read = await Promise.all(
    [...ids].map(async (id): Promise<[string, string] | null> => {
      const response = await fetch(`${assets}/${id}`).catch(() => null)
      if (!response?.ok) return null
      return [id, await dataUrl(await response.blob())]
    }),
  )
  return new Map(read.filter((one) => one !== null))
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
