import type { EntryView } from '#server/network/practice/practice-entries.reads.ts'

export type Show = 'all' | 'posts' | 'mentions'

export interface Thread {
  root: EntryView
  /** In the order in which they were said. */
  replies: EntryView[]
}

/** The public threads of a page, the newest first. */
export function threadsOf(entries: Iterable<EntryView>, show: Show): Thread[] {
  const threads = new Map<string, Thread>()
  const replies: EntryView[] = []
  for (const entry of entries) {
    if (entry.kind === 'direct') continue
    if (entry.id === entry.threadId) threads.set(entry.id, { root: entry, replies: [] })
    else replies.push(entry)
  }
  for (const reply of replies) {
    const thread = threads.get(reply.threadId)
    if (thread) thread.replies.push(reply)
    else threads.set(reply.id, { root: reply, replies: [] })
  }
  const shown = [...threads.values()].filter(
    ({ root }) => show === 'all' || (show === 'posts' ? root.ours : !root.ours),
  )
  for (const thread of shown) thread.replies.sort((a, b) => a.n - b.n)
  return shown.sort((a, b) => b.root.n - a.root.n)
}

/** The direct messages with one of the audience, in order. */
export function directWith(entries: Iterable<EntryView>, personaId: string): EntryView[] {
  return [...entries]
    .filter(({ kind, threadId }) => kind === 'direct' && threadId === personaId)
    .sort((a, b) => a.n - b.n)
}

/** Who of the audience has written directly, whoever was heard from last first. */
export function directPeople(entries: Iterable<EntryView>): string[] {
  const last = new Map<string, number>()
  for (const { kind, threadId, n } of entries)
    if (kind === 'direct') last.set(threadId, Math.max(n, last.get(threadId) ?? 0))
  return [...last].sort((a, b) => b[1] - a[1]).map(([id]) => id)
}
