import { z } from 'zod'

/** Largest file that may be uploaded, bytes. */
export const MAX_FILE = 20 * 1024 * 1024
/** Most pixels a picture may decode to, all frames together: a small file can hide a huge picture. */
export const MAX_PIXELS = 50_000_000
/** Most pictures in an animation: each costs time, however small it is. */
export const MAX_FRAMES = 1_000
/** Longest side, pixels: browsers and networks draw nothing longer. */
export const MAX_SIDE = 30_000
/** What a workspace's library may hold, bytes as stored. */
export const QUOTA = 2 * 1024 ** 3
/** Longest edge of the small size, pixels. */
export const CARD_EDGE = 480

export const ASSET_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const
/** Whether an asset is a picture: only these can be sent with a post. Documents are kept for download. */
export const isPicture = (mime: string): boolean => (ASSET_TYPES as readonly string[]).includes(mime)
export const ASSET_SIZES = ['original', 'card'] as const
export type AssetSize = (typeof ASSET_SIZES)[number]

/**
 * A file in the library, without its bytes: those are at `/w/<workspace>/assets/<id>(?size=card)`. A document has no
 * small size, and measures 0 pixels.
 */
export const assetView = z.object({
  id: z.string(),
  name: z.string(),
  mime: z.string(),
  /** Bytes of the stored original. */
  size: z.number(),
  /** Pixels, upright. */
  width: z.number(),
  height: z.number(),
  createdAt: z.number(),
})
export type AssetView = z.infer<typeof assetView>

/** The format a file's first bytes claim, or null: nothing else is ever handed to a decoder, least of all SVG. */
export function claimedFormat(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'gif' | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes[0] === 0x89 && ascii(1, 8) === 'PNG\r\n\x1a\n') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'gif'
  return null
}

/** A file's name for showing and saving: no folders, no control characters, at most 120 characters. */
export function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '')
    .trim()
  // By whole characters: half an emoji at the end is nothing that a database keeps.
  return [...clean].slice(0, 120).join('').toWellFormed() || 'picture'
}
