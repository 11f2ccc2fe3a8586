import type { NetworkId } from './network.rules.ts'

/** How a network counts text. `characters` are Unicode code points, `utf16` code units, `weighted` is X's own. */
export type TextUnit = 'graphemes' | 'bytes' | 'characters' | 'utf16' | 'weighted'
export type TextLimit = { max: number; unit: TextUnit }

/** Sizes are bytes; counts are per thread part; `null` says the network states no such limit, or none is known. */
export type Limits = {
  /** `ran`: met by running it; `doc`: the network's or the standard's own text; `third-party`; `default`: ours. */
  source: 'ran' | 'doc' | 'third-party' | 'default'
  note: string
  text: TextLimit & { also?: TextLimit; url?: number }
  title?: { max: number; required: boolean }
  images: { min: number; max: number; bytes: number | null; mimes: readonly string[] | null }
  video: { max: number; bytes: number | null }
  /** Whether images and a video may go together. */
  mixed: boolean
  /** At least one image or video is needed. */
  mediaRequired?: boolean
  /** Longest description of an image, in graphemes. */
  alt: number | null
  hashtags?: number
  /** How many parts a thread may have; 1 says there are no threads. */
  parts: number
}

export const LIMITS_VERSION = '2026-11'

const STILLS = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const
const JPEG_PNG = ['image/jpeg', 'image/png'] as const
const noVideo = { max: 0, bytes: null }

/**
 * What each network takes, checked on LIMITS_VERSION. An instance or an account may have other limits: then the
 * connector's capabilities carry them, and they go before these.
 */
export const LIMITS: Readonly<Record<NetworkId, Limits>> = {
  bluesky: {
    source: 'ran',
    note: 'lexicons app.bsky.feed.post and app.bsky.embed.images; larger images are made smaller before sending',
    text: { max: 300, unit: 'graphemes', also: { max: 3000, unit: 'bytes' } },
    images: { min: 0, max: 4, bytes: 20_000_000, mimes: STILLS },
    video: noVideo,
    mixed: false,
    alt: 2000,
    parts: 25,
  },
  email: {
    source: 'default',
    note: 'no limit in the standard; attachments of 20 MB pass most servers',
    text: { max: 100_000, unit: 'characters' },
    title: { max: 255, required: false },
    images: { min: 0, max: 10, bytes: 20_000_000, mimes: null },
    video: noVideo,
    mixed: false,
    alt: null,
    parts: 1,
  },
  mastodon: {
    source: 'doc',
    note: 'defaults; the instance tells its own',
    text: { max: 500, unit: 'graphemes', url: 23 },
    images: { min: 0, max: 4, bytes: 16_777_216, mimes: STILLS },
    video: { max: 1, bytes: 103_809_024 },
    mixed: false,
    alt: 1500,
    parts: 25,
  },
  x: {
    source: 'doc',
    note: 'twitter-text 3; one GIF up to 15 MB instead of four photos',
    text: { max: 280, unit: 'weighted', url: 23 },
    images: { min: 0, max: 4, bytes: 5_000_000, mimes: STILLS },
    video: { max: 1, bytes: 512_000_000 },
    mixed: false,
    alt: 1000,
    parts: 25,
  },
  facebook: {
    source: 'third-party',
    note: 'Page posts',
    text: { max: 63_206, unit: 'characters' },
    images: { min: 0, max: 10, bytes: null, mimes: JPEG_PNG },
    video: { max: 1, bytes: null },
    mixed: false,
    alt: null,
    parts: 1,
  },
  instagram: {
    source: 'third-party',
    note: 'JPEG between 4:5 and 1.91:1; a carousel has 2 to 10',
    text: { max: 2200, unit: 'characters' },
    images: { min: 0, max: 10, bytes: 8_000_000, mimes: ['image/jpeg'] },
    video: { max: 1, bytes: null },
    mixed: true,
    mediaRequired: true,
    alt: null,
    hashtags: 30,
    parts: 1,
  },
  threads: {
    source: 'doc',
    note: 'a carousel has 2 to 20; 250 posts in 24 hours',
    text: { max: 500, unit: 'characters' },
    images: { min: 0, max: 20, bytes: null, mimes: JPEG_PNG },
    video: { max: 1, bytes: null },
    mixed: true,
    alt: null,
    parts: 25,
  },
  youtube: {
    source: 'doc',
    note: 'description; tags are 500 characters in all; the thumbnail 2 MB',
    text: { max: 5000, unit: 'characters' },
    title: { max: 100, required: true },
    images: { min: 0, max: 1, bytes: 2_000_000, mimes: JPEG_PNG },
    video: { max: 1, bytes: null },
    mixed: true,
    mediaRequired: true,
    alt: null,
    parts: 1,
  },
  linkedin: {
    source: 'doc',
    note: 'one image, or a carousel of 2 to 20',
    text: { max: 3000, unit: 'characters' },
    images: { min: 0, max: 20, bytes: null, mimes: JPEG_PNG },
    video: { max: 1, bytes: null },
    mixed: false,
    alt: null,
    parts: 1,
  },
  tiktok: {
    source: 'third-party',
    note: 'the caption of a video; photos have a title of 90',
    text: { max: 2200, unit: 'utf16' },
    images: { min: 0, max: 35, bytes: null, mimes: ['image/jpeg', 'image/webp'] },
    video: { max: 1, bytes: null },
    mixed: false,
    mediaRequired: true,
    alt: null,
    parts: 1,
  },
  pinterest: {
    source: 'third-party',
    note: 'description; from 500 on it is rarely shown whole',
    text: { max: 800, unit: 'characters' },
    title: { max: 100, required: false },
    images: { min: 0, max: 5, bytes: null, mimes: JPEG_PNG },
    video: { max: 1, bytes: null },
    mixed: false,
    mediaRequired: true,
    alt: 500,
    parts: 1,
  },
  'google-business': {
    source: 'doc',
    note: 'local posts',
    text: { max: 1500, unit: 'characters' },
    images: { min: 0, max: 1, bytes: null, mimes: JPEG_PNG },
    video: noVideo,
    mixed: false,
    alt: null,
    parts: 1,
  },
  practice: {
    source: 'default',
    note: 'ours',
    text: { max: 500, unit: 'graphemes' },
    images: { min: 0, max: 4, bytes: 20_000_000, mimes: STILLS },
    video: noVideo,
    mixed: false,
    alt: 2000,
    parts: 25,
  },
}
