import { useEffect, useState } from 'react'
import type { ThreadView } from '#server/conversation/thread.reads.ts'
import { useDirectory } from '../live/directory.tsx'
import { ClaimBar } from './claim-bar.tsx'
import { Composer } from './composer.tsx'
import { useInbox, useRow } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'
import { MessageList } from './message-list.tsx'
import { PersonPanel } from './person-panel.tsx'
import { ThreadHead } from './thread-head.tsx'
import { usePanel } from './use-panel.ts'
import { useThread } from './use-thread.ts'

/** A conversation: who it is with, what was said, the reply, and the person beside it. */
export function Thread({ data }: { data: { head: number; thread: ThreadView } }) {
  const t = useInboxWords('thread')
  const thread = useThread(data)
  const { id, view } = thread
  const row = useRow(id) ?? view.row
  const panel = usePanel()
  useSeen(id, row.unread)
  const { me } = useDirectory()
  return (
    <div className="flex h-full min-h-0">
      <section aria-label={t('label', { name: row.name })} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ThreadHead thread={thread} row={row} panel={panel} />
        <MessageList thread={thread} row={row} />
        <ClaimBar row={row} me={me.memberId} />
        <Composer thread={thread} row={row} />
      </section>
      <PersonPanel person={view.person} current={id} panel={panel} />
    </div>
  )
}

/** Read is what one has before one's eyes: open, in a window that is in sight. */
function useSeen(id: string, unread: boolean): void {
  const { acts } = useInbox()
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible')
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useEffect(() => {
    if (visible && unread) acts.see(id)
  }, [acts, id, unread, visible])
}
