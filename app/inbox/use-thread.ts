import { useEffect, useMemo, useRef, useState } from 'react'
import type { ThreadMessage, ThreadView } from '#server/conversation/thread.reads.ts'
import { useEvents } from '../live/live.tsx'
import { useInbox } from './inbox-context.ts'
import { createRefresher } from './refresher.ts'

/** A conversation as it is now: read again when the log tells of it, with what I am sending put in at once. */
export function useThread(data: { head: number; thread: ThreadView }) {
  const { fetcher, inbox } = useInbox()
  const { id } = data.thread.row
  const [view, setView] = useState(data.thread)
  const [earlier, setEarlier] = useState<ThreadMessage[]>([])
  const [outgoing, setOutgoing] = useState<ThreadMessage[]>([])

  // The list may have known it otherwise, or not at all.
  const first = useRef(true)
  useEffect(() => {
    inbox.put([id], [data.thread.row])
    if (first.current) first.current = false
    else setView((before) => keepSame(before, data.thread))
  }, [inbox, id, data])

  const refresher = useMemo(
    () =>
      createRefresher(async () => {
        const next = await fetcher.thread(id)
        if (!next) return
        inbox.put([id], [next.row])
        setView((before) => keepSame(before, next))
      }),
    [fetcher, inbox, id],
  )
  useEffect(() => {
    refresher.start()
    return refresher.stop
  }, [refresher])
  useEvents(data.head, ({ data: told }) => {
    if ('id' in told && told.id === id) refresher.want(id)
  })

  const messages = useMemo(() => {
    const known = new Set(view.messages.map((one) => one.id))
    const older = earlier.filter((one) => !known.has(one.id))
    return [...older, ...view.messages, ...outgoing.filter((one) => !known.has(one.id))]
  }, [earlier, view.messages, outgoing])

  const oldest = messages[0]
  const [hasEarlier, setHasEarlier] = useState(data.thread.earlier)
  return {
    id,
    view,
    messages,
    refresh: () => refresher.want(id),
    /** Shows a reply before the server has it; `take` removes it again. */
    put: (message: ThreadMessage) => setOutgoing((list) => [...list, message]),
    take: (messageId: string) => setOutgoing((list) => list.filter((one) => one.id !== messageId)),
    hasEarlier,
    async loadEarlier() {
      if (!oldest) return
      const more = await fetcher.thread(id, { at: oldest.at, id: oldest.id }).catch(() => null)
      if (!more) return
      setEarlier((list) => [...more.messages, ...list])
      setHasEarlier(more.earlier)
    },
  }
}

export type LiveThread = ReturnType<typeof useThread>

/** Messages that did not change stay the same objects, so that only what is new is drawn. */
function keepSame(before: ThreadView, after: ThreadView): ThreadView {
  const known = new Map(before.messages.map((one) => [one.id, one]))
  const messages = after.messages.map((one) => {
    const old = known.get(one.id)
    return old && JSON.stringify(old) === JSON.stringify(one) ? old : one
  })
  return { ...after, messages }
}
