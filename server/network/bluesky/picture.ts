import type { OutputInfo } from 'sharp'
import { NetworkProblem } from '../network-problem.ts'

/** What the lexicon takes, in bytes. */
export const PICTURE_BYTES = 1_000_000

const KEPT = new Set(['jpeg', 'png', 'webp'])
const EDGES = [2000, 1600, 1200, 800] as const
const QUALITIES = [90, 80, 70, 60] as const
const PIXELS = 100_000_000

export type Picture = { bytes: Buffer; mime: string; width: number; height: number }

/**
 * An image ready to send: upright, without the camera's data (where it was taken), at most PICTURE_BYTES. It stays
 * as it is when it is small enough; otherwise it becomes a JPEG, first of less quality, then of fewer pixels.
 */
export async function fitPicture(input: Uint8Array): Promise<Picture> {
  // Only a process that sends pictures loads the library.
  const { default: sharp } = await import('sharp')
  try {
    const { format } = await sharp(input, { limitInputPixels: PIXELS }).metadata()
    const upright = sharp(input, { limitInputPixels: PIXELS }).rotate()
    if (KEPT.has(format ?? '') && input.byteLength <= PICTURE_BYTES) {
      const same = await upright.clone().toBuffer({ resolveWithObject: true })
      if (same.data.byteLength <= PICTURE_BYTES) return picture(same)
    }
    for (const edge of EDGES) {
      for (const quality of QUALITIES) {
        const smaller = await upright
          .clone()
          .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
          .flatten({ background: '#fff' })
          .jpeg({ quality, mozjpeg: true })
          .toBuffer({ resolveWithObject: true })
        if (smaller.data.byteLength <= PICTURE_BYTES) return picture(smaller)
      }
    }
  } catch (error) {
    throw new NetworkProblem('rejected', 'the image cannot be read', { cause: error })
  }
  throw new NetworkProblem('rejected', 'the image cannot be made small enough')
}

function picture({ data, info }: { data: Buffer; info: OutputInfo }): Picture {
  return { bytes: data, mime: `image/${info.format}`, width: info.width, height: info.height }
}
