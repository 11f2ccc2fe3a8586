import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'

/** Longest text a post may hold, in UTF-16 units; the limits of networks are far below and counted elsewhere. */
export const MAX_TEXT = 100_000
export const MAX_ALT = 2_000
export const MAX_MEDIA = 35

/** One spelling of a text: composed Unicode (Korean typed on macOS arrives decomposed), `\n` line ends, no NUL. */
export const canonicalText = (text: string): string =>
  text.replaceAll('\0', '').replace(/\r\n?/g, '\n').normalize('NFC')

/** A crop as fractions of the picture, 0 to 1 from its top left corner. */
export const crop = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().gt(0).max(1),
  height: z.number().gt(0).max(1),
})

/** One picture or video on a post. An asset never changes (a new file is a new asset), so approving it is enough. */
export const mediaItem = z.object({
  assetId: z.string().min(1),
  alt: z.string().max(MAX_ALT).default(''),
  /** Facts of the asset, so that a screen can keep its place free; pixels. */
  width: z.int().min(0).optional(),
  height: z.int().min(0).optional(),
  mime: z.string().max(100).optional(),
  crop: crop.optional(),
})
export type MediaItem = z.infer<typeof mediaItem>

/** Choices of a network (first comment, content warning, visibility, ...), keyed by the network's rules. */
export const options = z.record(z.string().max(64), z.json())
export type Options = z.infer<typeof options>

export const content = z.object({
  text: z.string().max(MAX_TEXT).transform(canonicalText),
  media: z.array(mediaItem).max(MAX_MEDIA).default([]),
  options: options.default({}),
})
export type Content = z.infer<typeof content>
export const EMPTY_CONTENT: Content = { text: '', media: [], options: {} }

/** What a variant says instead of the common content; null inherits. Its options are laid over the common ones. */
export const overrides = z.object({
  text: z.string().max(MAX_TEXT).transform(canonicalText).nullable().default(null),
  media: z.array(mediaItem).max(MAX_MEDIA).nullable().default(null),
  options: options.default({}),
})
export type Overrides = z.infer<typeof overrides>
export const NO_OVERRIDES: Overrides = { text: null, media: null, options: {} }

/** The content that goes to a channel. Takes the rows of a post (which has no options) and of a variant as they are. */
export function resolveContent(
  common: Omit<Content, 'options'> & { options?: Options },
  own: Overrides,
): Content {
  return {
    text: own.text ?? common.text,
    media: own.media ?? common.media,
    options: { ...common.options, ...own.options },
  }
}

/** Which parts a variant overrides, for the dot on its tab. */
export function overridden(own: Overrides): ('text' | 'media' | 'options')[] {
  const parts: ('text' | 'media' | 'options')[] = []
  if (own.text !== null) parts.push('text')
  if (own.media !== null) parts.push('media')
  if (Object.keys(own.options).length > 0) parts.push('options')
  return parts
}

/** JSON with sorted keys and no spaces (RFC 8785), so equal content is equal bytes. Throws on what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('not a JSON number')
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

/**
 * The name of a version: SHA-256 (hex) over canonical JSON of what an audience would see, which is text, media with alt
 * text and crop, and options; not the facts of files. Links, mentions and hashtags follow from the text. Synchronous
 * and pure JavaScript, because WebCrypto is asynchronous and missing on plain-http origins, where people do try
 * self-hosted software.
 */
export function contentHash({ text, media, options }: Content): string {
  const seen = {
    text: canonicalText(text),
    media: media.map(({ assetId, alt, crop }) => ({ assetId, alt, crop })),
    options,
  }
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(seen))))
}
