import { z } from 'zod'
import type { Hue } from '../campaign/campaign.rules.ts'
import type { SendTime } from '../time/send-time.rules.ts'
import type { MediaItem } from '../version/content.rules.ts'
import { DELIVERY_FACTS, type Stage } from './stage.rules.ts'

export const MAX_TITLE = 200
export const MAX_LABELS = 20

/** May be empty: a card then shows the first words of its text. */
export const postTitle = z.string().trim().max(MAX_TITLE)
export const label = z.string().trim().min(1).max(40)

/** Labels as written first; the same word in other case is the same label. */
export const labels = z
  .array(label)
  .max(MAX_LABELS)
  .transform((list) =>
    list.filter((it, i) => list.findIndex((other) => labelKey(other) === labelKey(it)) === i),
  )

export const labelKey = (text: string): string => text.normalize('NFC').toLocaleLowerCase('en')

/** What a new post may say at once; everything else is added to it later. */
export const newPost = z.object({
  title: postTitle.default(''),
  stage: z.enum(['idea', 'draft']).default('idea'),
  teamId: z.string().min(1),
  campaignId: z.string().nullable().default(null),
  assigneeId: z.string().nullable().default(null),
  labels: labels.default([]),
  channelIds: z.array(z.string()).max(50).default([]),
})
export type NewPost = z.infer<typeof newPost>

export const CARD_WARNINGS = [...DELIVERY_FACTS, 'at_risk', 'over_limit', 'voided', 'rights_expired'] as const
export type CardWarning = (typeof CARD_WARNINGS)[number]

export type CardVariant = {
  id: string
  channelId: string
  network: string
  stage: Stage
  /** Its own send time, or the post's. */
  sendTime: SendTime | null
}

/** All a board, calendar or canvas draws of a post. The same shape everywhere, patched by events. */
export type Card = {
  id: string
  title: string
  /** The first words of the common text, at most 200 characters. */
  excerpt: string
  stage: Stage
  /** A team's own working stage before review, or null. */
  workStageId: string | null
  rank: string
  teamId: string
  campaign: { id: string; name: string; colour: Hue } | null
  assigneeId: string | null
  labels: string[]
  sendTime: SendTime | null
  variants: CardVariant[]
  cover: Pick<MediaItem, 'assetId' | 'alt' | 'width' | 'height' | 'mime'> | null
  /** Threads not resolved. */
  unresolved: number
  /** The ring; null when nothing asks for approval. */
  approval: { decided: number; needed: number } | null
  warnings: CardWarning[]
  practice: boolean
  /** Counts up with every change, so that a late answer does not overwrite a newer state. */
  revision: number
}

/** What a card is called: its title, else its first words; empty when it has neither (then show the message for it). */
export const cardName = ({ title, excerpt }: Pick<Card, 'title' | 'excerpt'>): string =>
  title || excerpt.split('\n', 1)[0]!.slice(0, 80)

/** The beginning of a text for a card, cut between characters people see and not inside one. */
export function excerptOf(text: string, length = 200): string {
  if (text.length <= length) return text
  const [last] = [...new Intl.Segmenter().segment(text.slice(0, length + 40))]
    .filter((it) => it.index <= length)
    .slice(-1)
  return text.slice(0, last?.index ?? length).trimEnd()
}

export type CardPlace = { variantId: string | null; at: number; zone: string; network: string | null }

/** Every instant a card stands at in a calendar; variants at the same instant and in the same zone share one place. */
export function placesOf({ sendTime, variants }: Pick<Card, 'sendTime' | 'variants'>): CardPlace[] {
  if (variants.length === 0) {
    return sendTime ? [{ variantId: null, at: sendTime.at, zone: sendTime.zone, network: null }] : []
  }
  const places = new Map<string, CardPlace>()
  for (const { id, network, sendTime: own } of variants) {
    const time = own ?? sendTime
    if (!time) continue
    const key = `${time.at} ${time.zone}`
    if (!places.has(key)) places.set(key, { variantId: id, at: time.at, zone: time.zone, network })
  }
  return [...places.values()].sort((a, b) => a.at - b.at)
}

export type PostRefusal =
  | 'post.not_found'
  | 'post.published'
  | 'post.changed_meanwhile'
  | 'post.too_long'
  | 'post.time_asks_first'
