import type { AppBskyFeedDefs, AppBskyFeedPost, AppBskyNotificationListNotifications } from '@atproto/api'
import { z } from 'zod'
import type { Inbound, InboundPage, Io } from '../connector.ts'
import { isNetworkProblem } from '../network-problem.ts'
import { postUrl } from './bluesky.rules.ts'
import { ingestMessages } from './chat.ts'
import { countsOf, viewsOf } from './metrics.ts'
import { guarded } from './problem.ts'
import { memberOf, scopeOf } from './session.ts'

type Notification = AppBskyNotificationListNotifications.Notification

const PAGE = 50
const MINUTE = 60_000
// The view is written by several processes, so a notification may appear behind a newer one.
const OVERLAP = 5 * MINUTE
const FIRST_LOOK = 7 * 24 * 60 * MINUTE
const CHAT_PAUSE = 15 * MINUTE

/**
 * Notifications come newest first, so a round walks back from the newest until it meets `known`; only then does
 * `top` become the next `known`. A walk that is interrupted goes on from `at`. Messages come forwards.
 */
const cursorShape = z.object({
  known: z.number(),
  walk: z.object({ at: z.string(), top: z.number() }).nullable(),
  chat: z.object({ cursor: z.string().optional(), pausedUntil: z.number() }),
})
type Cursor = z.output<typeof cursorShape>

function readCursor(text: string | null, now: number): Cursor {
  const fresh: Cursor = { known: now - FIRST_LOOK, walk: null, chat: { pausedUntil: 0 } }
  if (text === null) return fresh
  try {
    return cursorShape.parse(JSON.parse(text))
  } catch {
    return fresh
  }
}

const KINDS: Readonly<Record<string, Inbound['kind']>> = {
  reply: 'reply',
  mention: 'mention',
  quote: 'quote',
}
const isPost = (uri: string | undefined): uri is string => uri?.includes('/app.bsky.feed.post/') ?? false

function imagesOf(view: AppBskyFeedDefs.PostView | undefined): Inbound['images'] {
  const embed = view?.embed as { images?: { fullsize: string; alt: string }[]; media?: unknown } | undefined
  const images = embed?.images ?? (embed?.media as typeof embed)?.images ?? []
  return images.map(({ fullsize, alt }) => ({ url: fullsize, alt: alt ?? '' }))
}

function inboundOf(notification: Notification, view: AppBskyFeedDefs.PostView | undefined): Inbound | null {
  const kind = KINDS[notification.reason]
  const record = notification.record as Partial<AppBskyFeedPost.Record>
  if (!kind || typeof record.text !== 'string') return null
  const { uri, cid, author } = notification
  const root = record.reply?.root ?? { uri, cid }
  return {
    remoteId: uri,
    kind,
    author: {
      remoteId: author.did,
      handle: author.handle,
      name: author.displayName || author.handle,
      avatarUrl: author.avatar ?? null,
    },
    text: record.text,
    at: Date.parse(notification.indexedAt),
    url: postUrl(uri),
    threadId: root.uri,
    parentId: record.reply?.parent?.uri ?? (kind === 'quote' ? (notification.reasonSubject ?? null) : null),
    languages: record.langs ?? [],
    images: imagesOf(view),
    replyTo: { kind: 'public', rootUri: root.uri, rootCid: root.cid, parentUri: uri, parentCid: cid },
  }
}

async function notifications(
  cursor: Cursor,
  io: Io,
): Promise<Omit<InboundPage, 'cursor'> & { next: Cursor }> {
  const agent = await memberOf(io)
  return guarded({ wrote: false, now: io.now }, async () => {
    const at = cursor.walk?.at
    const { data } = await agent.listNotifications({ limit: PAGE, ...(at && { cursor: at }) })
    const times = data.notifications.map((notification) => Date.parse(notification.indexedAt))
    const reach = cursor.known - OVERLAP
    const page = data.notifications.filter((_, index) => (times[index] ?? 0) >= reach)
    // A time that cannot be, or from the year 9999, must not hide everything that comes after it.
    const sane = times.filter((time) => time <= io.now() + OVERLAP)
    const top = cursor.walk?.top ?? Math.max(cursor.known, ...sane)
    const more = Boolean(data.cursor) && page.length > 0 && page.length === times.length
    const ours = `at://${io.account.remoteId}/`
    const touched = new Set(
      page.map(({ reasonSubject }) => reasonSubject).filter((uri) => isPost(uri) && uri.startsWith(ours)),
    )
    const pictured = page.filter(({ reason, record }) => KINDS[reason] && 'embed' in record)
    const wanted = [...new Set([...touched, ...pictured.map(({ uri }) => uri)])] as string[]
    const views = new Map((await viewsOf(wanted, agent)).map((view) => [view.uri as string, view]))
    const items = new Map<string, Inbound>()
    for (const notification of page) {
      const item = inboundOf(notification, views.get(notification.uri))
      // One post can both answer and mention us: the first word on it is enough.
      if (item && !items.has(item.remoteId)) items.set(item.remoteId, item)
    }
    const counts = [...views.values()]
      .filter(({ uri }) => touched.has(uri))
      .map((view) => countsOf(view, io.now()))
    const next: Cursor = more
      ? { ...cursor, walk: { at: data.cursor ?? '', top } }
      : { ...cursor, known: top, walk: null }
    return { items: [...items.values()], counts, more, next }
  })
}

/** Whether an app password may read direct messages; the server says so inside the token. */
export function mayChat(scope: string): boolean {
  return scope !== 'com.atproto.appPass'
}

export async function ingest(text: string | null, io: Io): Promise<InboundPage> {
  const { items, counts, more, next } = await notifications(readCursor(text, io.now()), io)
  const done = (chat: Cursor['chat'], again = false): InboundPage => ({
    items,
    counts,
    cursor: JSON.stringify({ ...next, chat }),
    more: more || again,
  })
  if (more || next.chat.pausedUntil > io.now() || !mayChat(scopeOf(await io.secrets.read())))
    return done(next.chat)
  try {
    const messages = await ingestMessages(next.chat.cursor, io)
    items.push(...messages.items)
    return done({ cursor: messages.cursor, pausedUntil: 0 }, messages.more)
  } catch (error) {
    // The public conversation must not stop because the messages' server does.
    if (!isNetworkProblem(error)) throw error
    return done({ ...next.chat, pausedUntil: error.retryAt ?? io.now() + CHAT_PAUSE })
  }
}
