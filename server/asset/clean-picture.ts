import { Problem } from '../platform/problem.ts'
import { CARD_EDGE, claimedFormat, MAX_FRAMES, MAX_PIXELS, MAX_SIDE } from './asset.rules.ts'

export interface CleanPicture {
  mime: string
  bytes: Buffer
  /** Pixels, upright; of one frame. */
  width: number
  height: number
  /** WebP, at most CARD_EDGE on its longer edge. */
  card: Buffer
}

/** A picture that takes longer to decode or encode was made to. Seconds; a thousandth of it is usual. */
const PATIENCE = 60
/** Decoding takes memory: two at a time, the others wait. */
const SEATS = 2
let busy = 0
const waiting: (() => void)[] = []

async function seated<T>(run: () => Promise<T>): Promise<T> {
  if (busy >= SEATS) await new Promise<void>((resolve) => waiting.push(resolve))
  busy++
  try {
    return await run()
  } finally {
    busy--
    waiting.shift()?.()
  }
}

/**
 * Makes of an uploaded file a picture of ours: decoded and encoded anew, upright, without the camera's data and
 * without whatever else was hidden in the file. Refuses with `asset.notImage`, `asset.tooManyPixels`,
 * `asset.tooManyFrames` or `asset.tooLong`, all by what the file says of itself, before anything of it is decoded.
 */
export function cleanPicture(input: Buffer): Promise<CleanPicture> {
  const format = claimedFormat(input)
  if (!format) throw new Problem('asset.notImage', { status: 415 })
  return seated(async () => {
    // 25 MB that only a process which is given pictures needs.
    const { default: sharp } = await import('sharp')
    const options = { limitInputPixels: MAX_PIXELS, failOn: 'error' as const, animated: format === 'gif' }
    try {
      const facts = await sharp(input, options).metadata()
      if (facts.format !== format) throw new Problem('asset.notImage', { status: 415 })
      if (facts.width * facts.height > MAX_PIXELS) throw tooManyPixels()
      if ((facts.pages ?? 1) > MAX_FRAMES)
        throw new Problem('asset.tooManyFrames', { status: 413, params: { frames: MAX_FRAMES } })
      if (Math.max(facts.width, facts.pageHeight ?? facts.height) > MAX_SIDE)
        throw new Problem('asset.tooLong', { status: 413, params: { pixels: MAX_SIDE } })
      const upright = sharp(input, options).rotate()
      const encoded = {
        jpeg: () => upright.clone().jpeg({ quality: 92 }),
        png: () => upright.clone().png(),
        webp: () => upright.clone().webp({ quality: 92 }),
        gif: () => upright.clone().gif(),
      }[format]()
      const { data, info } = await encoded
        .timeout({ seconds: PATIENCE })
        .toBuffer({ resolveWithObject: true })
      const card = await sharp(data, { limitInputPixels: MAX_PIXELS })
        .resize({ width: CARD_EDGE, height: CARD_EDGE, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .timeout({ seconds: PATIENCE })
        .toBuffer()
      const height = info.pageHeight ?? facts.pageHeight ?? info.height
      return { mime: `image/${format}`, bytes: data, width: info.width, height, card }
    } catch (error) {
      if (error instanceof Error && error.name === 'Problem') throw error
      if (error instanceof Error && /pixel limit/i.test(error.message)) throw tooManyPixels()
      throw new Problem('asset.notImage', { status: 415 })
    }
  })
}

const tooManyPixels = () =>
  new Problem('asset.tooManyPixels', { status: 413, params: { megapixels: MAX_PIXELS / 1_000_000 } })
