import { z } from 'zod'
import { nameText } from '../platform/clean-input.rules.ts'

export const MAX_TITLE = 200
export const MAX_LABELS = 20

/** May be empty: a card then shows the first words of its text. */
export const postTitle = nameText().max(MAX_TITLE)
export const label = nameText().min(1).max(40)

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

/** What a card is called: its title, else the first words of its text; empty when it has neither. */
export const nameOf = ({ title, text }: { title: string; text: string }): string =>
  title || excerptOf(text.trimStart().split('\n', 1)[0]!, 80)

/** The beginning of a text for a card, cut between characters people see and not inside one. */
export function excerptOf(text: string, length = 200): string {
  if (text.length <= length) return text
  const [last] = [...new Intl.Segmenter().segment(text.slice(0, length + 40))]
    .filter((it) => it.index <= length)
    .slice(-1)
  return text.slice(0, last?.index ?? length).trimEnd()
}

export type Slot = { sendAt: number | null; sendZone: string | null }
export type Place = { variantIds: string[]; at: number; zone: string }

/** Every instant a post stands at in a calendar: its own, and those of variants with their own send time. */
export function placesOf(post: Slot, variants: readonly ({ id: string } & Slot)[]): Place[] {
  const places = new Map<string, Place>()
  for (const { id, ...own } of variants.length > 0 ? variants : [{ id: null, ...post }]) {
    const { sendAt: at, sendZone: zone } = own.sendAt === null ? post : own
    if (at === null || zone === null) continue
    const place = places.get(`${at} ${zone}`) ?? { variantIds: [], at, zone }
    if (id !== null) place.variantIds.push(id)
    places.set(`${at} ${zone}`, place)
  }
  return [...places.values()].sort((a, b) => a.at - b.at)
}

export type PostRefusal = 'post.published' | 'post.tooLong' | 'post.timeAsksFirst'
