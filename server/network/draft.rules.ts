import { z } from 'zod'
import { LIMITS, type Limits } from './limits.rules.ts'
import { countGraphemes, isOver, measure } from './measure.rules.ts'
import type { NetworkId } from './network.rules.ts'
import { textRanges } from './text-range.rules.ts'

/** An image or video as a network is handed it. `id` is what the caller reads the bytes by; pixels and bytes. */
export const draftMedia = z.object({
  id: z.string(),
  mime: z.string(),
  bytes: z.number().int().nonnegative(),
  width: z.number().int().positive().nullable().default(null),
  height: z.number().int().positive().nullable().default(null),
  alt: z.string().default(''),
})
export type DraftMedia = z.output<typeof draftMedia>

/** What goes out in one act: one part, or the parts of a thread in order. Canonical plain text. */
export const networkDraft = z.object({
  title: z.string().optional(),
  language: z.string().optional(),
  parts: z
    .array(z.object({ text: z.string(), media: z.array(draftMedia).default([]) }))
    .min(1)
    .max(100),
})
export type NetworkDraft = z.output<typeof networkDraft>
export type DraftPart = NetworkDraft['parts'][number]

/**
 * Why a network would not take a draft, or what is worth a second look. An `error` blocks scheduling, a `warning`
 * does not. `code` has a text under `network.issue.<code>`; `params` fill it.
 */
export type Issue = {
  code: IssueCode
  level: 'error' | 'warning'
  part: number
  mediaId?: string
  params?: Record<string, string | number>
}
export const ISSUE_CODES = [
  'empty',
  'textTooLong',
  'titleMissing',
  'titleTooLong',
  'partsTooMany',
  'mediaMissing',
  'imagesTooMany',
  'videoUnsupported',
  'videosTooMany',
  'mediaMixed',
  'mediaType',
  'mediaTooLarge',
  'altMissing',
  'altTooLong',
  'hashtagsTooMany',
  'hashtagTooLong',
  'mentionUnclear',
] as const
export type IssueCode = (typeof ISSUE_CODES)[number]

const megabytes = (bytes: number) => Math.ceil(bytes / 100_000) / 10

function mediaIssues(media: DraftMedia, limits: Limits, part: number): Issue[] {
  const issues: Issue[] = []
  const add = (code: IssueCode, level: Issue['level'], params?: Issue['params']) =>
    issues.push({ code, level, part, mediaId: media.id, params })
  const video = media.mime.startsWith('video/')
  const most = video ? limits.video.bytes : limits.images.bytes
  const known = video || !limits.images.mimes || limits.images.mimes.includes(media.mime)
  if (!known) add('mediaType', 'error', { type: media.mime })
  if (most !== null && media.bytes > most)
    add('mediaTooLarge', 'error', { limit: megabytes(most), size: megabytes(media.bytes) })
  if (!media.alt.trim()) add('altMissing', 'warning')
  const alt = countGraphemes(media.alt)
  if (limits.alt !== null && alt > limits.alt) add('altTooLong', 'error', { limit: limits.alt, used: alt })
  return issues
}

function partIssues(network: NetworkId, part: DraftPart, index: number, limits: Limits): Issue[] {
  const issues: Issue[] = []
  const add = (code: IssueCode, params?: Issue['params']) =>
    issues.push({ code, level: 'error', part: index, params })
  const measured = measure(network, part.text, limits)
  const worst = measured.over > 0 ? measured : (measured.also ?? measured)
  if (isOver(measured)) {
    add('textTooLong', { used: worst.used, limit: worst.limit, over: worst.over, unit: worst.unit })
  }
  const videos = part.media.filter((media) => media.mime.startsWith('video/')).length
  const images = part.media.length - videos
  if (!part.text.trim() && part.media.length === 0) add('empty')
  if (limits.mediaRequired && part.media.length === 0) add('mediaMissing')
  if (images > limits.images.max) add('imagesTooMany', { limit: limits.images.max, used: images })
  if (videos > 0 && limits.video.max === 0) add('videoUnsupported')
  else if (videos > limits.video.max) add('videosTooMany', { limit: limits.video.max, used: videos })
  if (images > 0 && videos > 0 && !limits.mixed) add('mediaMixed')
  const tags = textRanges(part.text).filter((range) => range.kind === 'hashtag').length
  if (limits.hashtags !== undefined && tags > limits.hashtags) {
    add('hashtagsTooMany', { limit: limits.hashtags, used: tags })
  }
  return [...issues, ...part.media.flatMap((media) => mediaIssues(media, limits, index))]
}

/**
 * What of a draft a network would refuse, from its limits alone. A connector's `validate` adds what is peculiar to
 * its network.
 * @param limits those of the account, when its instance has its own
 */
export function draftIssues(
  network: NetworkId,
  draft: NetworkDraft,
  limits: Limits = LIMITS[network],
): Issue[] {
  const issues = draft.parts.flatMap((part, index) => partIssues(network, part, index, limits))
  const { title, parts } = limits
  if (draft.parts.length > parts) {
    const params = { limit: parts, used: draft.parts.length }
    issues.push({ code: 'partsTooMany', level: 'error', part: parts, params })
  }
  if (title?.required && !draft.title?.trim()) issues.push({ code: 'titleMissing', level: 'error', part: 0 })
  const used = countGraphemes(draft.title ?? '')
  if (title && used > title.max) {
    issues.push({ code: 'titleTooLong', level: 'error', part: 0, params: { limit: title.max, used } })
  }
  return issues
}
