import { z } from 'zod'
import { sentimentLabel } from '../sentiment/sentiment.rules.ts'
import type { ConversationState } from './conversation.rules.ts'

/** The views of the inbox, in their order. `waiting` holds what waits for them or for a later moment. */
export const VIEWS = ['open', 'unassigned', 'mine', 'waiting', 'closed', 'all'] as const
export type View = (typeof VIEWS)[number]

const filter = z.string().trim().min(1).max(100).nullable().catch(null)

/** What narrows the list, as it stands in the address; what cannot be read there counts as not set. */
export const inboxQuery = z.object({
  view: z.enum(VIEWS).catch('open'),
  channel: filter,
  sentiment: sentimentLabel.nullable().catch(null),
  /** Words in a name, a handle or the last message. */
  q: filter,
})
export type InboxQuery = z.output<typeof inboxQuery>

/** Reads the query of an address. */
export const queryOf = (params: URLSearchParams): InboxQuery =>
  inboxQuery.parse({
    view: params.get('view'),
    channel: params.get('channel'),
    sentiment: params.get('sentiment'),
    q: params.get('q'),
  })

/** The query as the end of an address: `?view=mine&q=tea`, empty for the plain inbox. */
export function queryString({ view, channel, sentiment, q }: InboxQuery): string {
  const params = new URLSearchParams()
  if (view !== 'open') params.set('view', view)
  for (const [key, value] of Object.entries({ channel, sentiment, q })) if (value) params.set(key, value)
  const text = params.toString()
  return text && `?${text}`
}

type Placed = { state: ConversationState; assigneeId: string | null }

/** Whether a conversation belongs to a view of a member; the same as the list's question to the database. */
export function inView({ state, assigneeId }: Placed, view: View, memberId: string | null): boolean {
  if (view === 'all') return true
  if (view === 'waiting') return state === 'pending' || state === 'snoozed'
  if (view === 'unassigned') return state !== 'closed' && assigneeId === null
  if (view === 'mine') return state !== 'closed' && assigneeId === memberId
  return state === view
}

type Dated = { id: string; lastMessageAt: number }

/** The list's order: newest first, and by id where two are of the same millisecond. */
export const newestFirst = (a: Dated, b: Dated): number =>
  b.lastMessageAt - a.lastMessageAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
