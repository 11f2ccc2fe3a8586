import { z } from 'zod'
import type { Inbound } from '../network/connector.ts'
import { cleanInput } from '../platform/clean-input.rules.ts'

/** How far back the first look at a channel reaches, ms: a month is work to do, years are an archive. */
export const FIRST_LOOK = 30 * 24 * 3_600_000
/** A network whose clock runs ahead must not put its messages on top of the list for ever, ms. */
const CLOCK_AHEAD = 5 * 60_000
const MAX_TEXT = 20_000

const words = (max: number) => z.string().transform((text) => text.slice(0, max).toWellFormed())
const remoteId = z.string().min(1).max(2_000)
const webAddress = z
  .string()
  .max(2_000)
  .refine((text) => /^https?:\/\//i.test(text))

const shape = z.object({
  remoteId,
  kind: z.enum(['reply', 'mention', 'quote', 'direct']),
  author: z.object({
    remoteId,
    handle: words(200),
    name: words(200),
    avatarUrl: webAddress.nullable().catch(null),
  }),
  text: words(MAX_TEXT),
  at: z.number(),
  url: webAddress.nullable().catch(null),
  threadId: remoteId,
  parentId: remoteId.nullable().catch(null),
  languages: z.array(z.string().max(35)).catch([]),
  images: z
    .array(z.object({ url: webAddress, alt: words(2_000).catch('') }))
    .max(20)
    .catch([]),
  replyTo: z.looseObject({ kind: z.enum(['public', 'direct']) }),
})

/**
 * What a network brought, made safe to keep: nonsense is left out (`refused` counts it), each message once, times
 * never far ahead of our clock, nothing from before the first look.
 * @param since epoch ms; older messages are left out
 */
export function takeIn(
  items: readonly unknown[],
  { now, since }: { now: number; since: number },
): { items: Inbound[]; refused: number } {
  const taken = new Map<string, Inbound>()
  let refused = 0
  for (const item of items) {
    // All of it, also what only goes back to the network: PostgreSQL refuses it anywhere, and the whole page with it.
    const parsed = shape.safeParse(cleanInput(item))
    if (!parsed.success) {
      refused++
      continue
    }
    const one = parsed.data as Inbound
    if (one.at < since || taken.has(one.remoteId)) continue
    taken.set(one.remoteId, { ...one, at: Math.min(Math.round(one.at), now + CLOCK_AHEAD) })
  }
  return { items: [...taken.values()], refused }
}

/** The kinds of conversation, weakest first: a thread in which they answer us is a reply, whatever came first. */
const STRENGTH = ['mention', 'reply', 'direct'] as const
export type ConversationKind = (typeof STRENGTH)[number]

/** What a message makes of its conversation; the order in which messages come does not matter. */
export function kindAfter(known: ConversationKind | null, kind: Inbound['kind']): ConversationKind {
  const next = kind === 'quote' ? 'mention' : kind
  return known && STRENGTH.indexOf(known) >= STRENGTH.indexOf(next) ? known : next
}

type Placed = { at: number; remoteId: string }

/** Whether `a` comes after `b` on the network; the id settles what came in the same millisecond. */
export const isLater = (a: Placed, b: Placed): boolean =>
  a.at > b.at || (a.at === b.at && a.remoteId > b.remoteId)
