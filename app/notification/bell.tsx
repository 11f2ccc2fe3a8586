import { useFetcher } from '@remix-run/react'
import { Bell } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useDirectory, usePath } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import type { loader } from '../routes/w.$workspace.notifications.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { createNotificationStore } from './notification-store.ts'

/** What concerns me: how many are unread, and behind it the list. */
export function NotificationBell() {
  const t = useTranslations('notification')
  const path = usePath()
  const { head } = useDirectory()
  const fetcher = useFetcher<typeof loader>()
  const address = path('notifications')
  const { data, load, state } = fetcher
  // A reading that the next one breaks off is reported as an error by Remix: who asks meanwhile is answered afterwards.
  const reading = useRef({ now: false, again: false })
  const read = useCallback(() => {
    if (reading.current.now) reading.current.again = true
    else {
      reading.current = { now: true, again: false }
      load(address)
    }
  }, [load, address])
  useEffect(() => read(), [read])
  // What was read is new each time, and so tells that it was.
  useEffect(() => {
    if (state !== 'idle' || !data) return
    reading.current.now = false
    if (reading.current.again) read()
  }, [state, data, read])
  useEvents(head, (event) => {
    if (event.type === 'notification.added' || event.type === 'notification.read') read()
  })
  // The list is a chunk of its own, mounted apart from this button: it follows through a store.
  const store = useRef(createNotificationStore()).current
  useEffect(() => {
    if (data) store.setState({ list: data.list, unread: data.unread })
  }, [data, store])
  const unread = data?.unread ?? 0
  return (
    <LazyTrigger
      button={<IconButton label={t('bell', { unread })} icon={<Bell />} side="bottom" count={unread} />}
      load={async () => {
        const { NotificationList } = await import('./notification-list.tsx')
        return (props) => <NotificationList {...props} store={store} />
      }}
    />
  )
}
