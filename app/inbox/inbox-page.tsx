import { Outlet, useLocation, useParams } from '@remix-run/react'
import { useDirectory } from '../live/directory.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { useHere, useReport } from '../live/presence/use-presence.ts'
import { Page } from '../shell/page.tsx'
import { cx } from '../ui/cx.ts'
import { FacesHere } from '../ui/faces-here.tsx'
import { ConversationList } from './conversation-list.tsx'
import { InboxContext } from './inbox-context.ts'
import type { InboxPage as InboxData } from './inbox-store.ts'
import { useInboxWords } from './inbox-words.ts'
import { ListFilter } from './list-filter.tsx'
import { NoThread } from './no-thread.tsx'
import { useInboxSetup } from './use-inbox-setup.ts'
import { ViewLinks } from './view-links.tsx'

/** Views, list and conversation side by side; on a phone the list, then the conversation. */
export function InboxPage({ data }: { data: InboxData & { head: number } }) {
  const t = useInboxWords()
  const { workspace, presence } = useDirectory()
  const { conversation } = useParams()
  const inbox = useInboxSetup(data)
  return (
    <PresenceRoom id={`${workspace.id}:inbox`} access={presence}>
      <InboxContext.Provider value={inbox}>
        <Where />
        <Page fixed title={t('title')} presence={<HereStack />}>
          <div className="flex h-full min-h-0">
            <aside className="w-55 shrink-0 border-r border-line p-2 max-xl:hidden">
              <ViewLinks as="column" />
            </aside>
            <div
              className={cx(
                'flex min-h-0 w-full shrink-0 flex-col border-line md:w-80 md:border-r lg:w-95',
                conversation && 'max-md:hidden',
              )}
            >
              <div className="flex flex-col gap-2 border-b border-line p-2">
                <ViewLinks as="row" className="xl:hidden" />
                <ListFilter />
              </div>
              <ConversationList query={data.query} />
            </div>
            <div className={cx('min-h-0 min-w-0 flex-1', !conversation && 'max-md:hidden')}>
              {conversation ? <Outlet /> : <NoThread />}
            </div>
          </div>
        </Page>
      </InboxContext.Provider>
    </PresenceRoom>
  )
}

/** Tells the others which conversation I read. Draws nothing. */
function Where() {
  const { conversation } = useParams()
  useLocation()
  useReport({ page: 'inbox', focus: conversation ? `conversation:${conversation}` : null })
  return null
}

function HereStack() {
  const people = useHere()
  return <FacesHere people={people} />
}
