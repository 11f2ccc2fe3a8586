import { useLocation, useNavigate } from '@remix-run/react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { queryOf, queryString } from '#server/conversation/inbox.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { useProblemText } from '../shell/problem-text.ts'
import { toast } from '../ui/toast.ts'
import { inboxFetcher } from './fetch-inbox.ts'
import { createInboxActs } from './inbox-acts.ts'
import type { Inbox } from './inbox-context.ts'
import { createInboxStore, type InboxPage } from './inbox-store.ts'
import { createRefresher } from './refresher.ts'

const useBefore = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** What belongs to a conversation has its id in the event. */
const ABOUT = /^(conversation|sentiment)\./

/** The live inbox of a page: list, acts and reads, kept current by the log and narrowed by the address. */
export function useInboxSetup(data: InboxPage & { head: number }): Inbox {
  const { me, workspace } = useDirectory()
  const navigate = useNavigate()
  const { search } = useLocation()
  const say = useProblemText()
  const now = useRef({ navigate, search, say })
  now.current = { navigate, search, say }
  const base = `/w/${workspace.slug}/inbox`

  // Made once: the parts of the page are woken by the store, not by this.
  const [made] = useState(() => {
    const inbox = createInboxStore(data, me.memberId)
    const fetcher = inboxFetcher(workspace.slug)
    const refresher = createRefresher(async (ids) => {
      const answer = await fetcher.rows(ids)
      if (answer) inbox.put(ids, answer.rows, answer.counts)
    })
    const href = (id: string | null) => `${base}${id ? `/${id}` : ''}${now.current.search}`
    const value: Inbox = {
      inbox,
      fetcher,
      href,
      want: refresher.want,
      open: (id) => now.current.navigate(href(id), { preventScrollReset: true }),
      leave: () => now.current.navigate(href(null), { preventScrollReset: true }),
      narrow(change) {
        const query = { ...queryOf(new URLSearchParams(now.current.search)), ...change }
        const path = window.location.pathname
        now.current.navigate(`${path}${queryString(query)}`, {
          preventScrollReset: true,
          replace: 'q' in change,
        })
      },
      acts: createInboxActs({
        inbox,
        me: me.memberId,
        want: refresher.want,
        tell: ({ code, params, message }) =>
          toast({ title: message || now.current.say(code, params), kind: 'failed' }),
      }),
    }
    return { value, refresher }
  })

  useEffect(() => {
    made.refresher.start()
    return made.refresher.stop
  }, [made])

  const read = useRef(data)
  useBefore(() => {
    if (read.current === data) return
    read.current = data
    made.value.inbox.reset(data)
  }, [made, data])

  useEvents(data.head, ({ type, data: told }) => {
    if (ABOUT.test(type) && 'id' in told) made.refresher.want(String(told.id))
  })
  return made.value
}
