import type { InboxCounts, InboxRow } from '#server/conversation/conversation.reads.ts'
import { type InboxQuery, queryString } from '#server/conversation/inbox.rules.ts'
import type { ThreadView } from '#server/conversation/thread.reads.ts'

/** Reads JSON of this workspace; null when there is none (any more), throws when it could not be read. */
async function read<T>(path: string): Promise<T | null> {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  if (response.status === 404 || response.status === 403) return null
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return (await response.json()) as T
}

/** What the inbox reads besides its page: it is told by events that something changed, and fetches the words itself. */
export function inboxFetcher(slug: string) {
  const base = `/w/${slug}/inbox`
  return {
    rows: (ids: readonly string[]) =>
      read<{ rows: InboxRow[]; counts: InboxCounts }>(`${base}/rows?ids=${ids.join(',')}`),
    page(query: InboxQuery, after: string) {
      const own = queryString(query)
      const sign = own ? '&' : '?'
      return read<{ rows: InboxRow[]; next: string | null }>(
        `${base}/rows${own}${sign}after=${encodeURIComponent(after)}`,
      )
    },
    thread: (id: string, before?: { at: number; id: string }) =>
      read<ThreadView>(`${base}/thread/${id}${before ? `?at=${before.at}&id=${before.id}` : ''}`),
  }
}

export type InboxFetcher = ReturnType<typeof inboxFetcher>
