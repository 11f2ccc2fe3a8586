import { useParams } from '@remix-run/react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { InboxQuery } from '#server/conversation/inbox.rules.ts'
import { useCommand } from '../shell/command-handlers.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { ConversationItem, ITEM_HEIGHT } from './conversation-item.tsx'
import { EmptyInbox } from './empty-inbox.tsx'
import { useInbox, useInboxState } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'

/** How close to the end the next page is asked for, rows. */
const AHEAD = 15

/** The list: only what is in sight is drawn, more is fetched as one scrolls, `j` and `k` go through it. */
export function ConversationList({ query }: { query: InboxQuery }) {
  const t = useInboxWords('list')
  const { open } = useInbox()
  const { conversation = null } = useParams()
  const order = useInboxState((state) => state.order)
  const next = useInboxState((state) => state.next)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ITEM_HEIGHT,
    getItemKey: (index) => order[index] ?? index,
    overscan: 6,
    initialRect: { width: 380, height: 900 },
  })
  const items = virtual.getVirtualItems()
  const loading = useMore(query, (items.at(-1)?.index ?? 0) >= order.length - AHEAD)

  const step = (by: 1 | -1) => () => {
    const at = conversation ? order.indexOf(conversation) : -1
    const to = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by
    const id = order[to]
    if (!id) return
    open(id)
    virtual.scrollToIndex(to, { align: 'auto' })
  }
  useCommand('conversation.next', order.length ? step(1) : null)
  useCommand('conversation.previous', order.length ? step(-1) : null)

  // Another view or filter begins at its top.
  const key = JSON.stringify(query)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the reason
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no way to end an effect.
    scroller.current?.scrollTo({ top: 0 })
  }, [key])

  if (!order.length) return <EmptyInbox query={query} />
  return (
    <section
      ref={scroller}
      aria-label={t('label')}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const id = order[item.index]
          return id ? (
            <li
              key={item.key}
              aria-setsize={next ? -1 : order.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <ConversationItem id={id} current={id === conversation} />
            </li>
          ) : null
        })}
      </ul>
      {loading ? (
        <div className="p-4" role="status" aria-label={t('more')}>
          <Skeleton className="h-8" />
        </div>
      ) : null}
    </section>
  )
}

/** Fetches the next page when the end comes near. */
function useMore(query: InboxQuery, near: boolean): boolean {
  const { inbox, fetcher } = useInbox()
  const next = useInboxState((state) => state.next)
  const [asking, setAsking] = useState<string | null>(null)
  const now = useRef(query)
  now.current = query
  useEffect(() => {
    if (!near || !next || asking === next) return
    setAsking(next)
    fetcher
      .page(query, next)
      .then((page) => {
        // Only if it is still the end of the same list.
        if (page && now.current === query && inbox.getState().next === next) inbox.append(page)
      })
      .catch(() => setTimeout(() => setAsking(null), 2_000))
  }, [near, next, asking, fetcher, inbox, query])
  return near && next !== null
}
