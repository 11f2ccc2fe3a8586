import { Link } from '@remix-run/react'
import type { InboxQuery } from '#server/conversation/inbox.rules.ts'
import { usePath } from '../live/directory.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { useInbox, useInboxState } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'

const tray = (
  <LineArt>
    <path d="M30 40h16l4 7h20l4-7h16v16a4 4 0 0 1-4 4H34a4 4 0 0 1-4-4z" />
    <path d="m30 40 10-22h40l10 22" />
    <path d="m52 29 6 6 11-12" />
  </LineArt>
)

/** Why the list is empty, and what to do next. */
export function EmptyInbox({ query }: { query: InboxQuery }) {
  const t = useInboxWords()
  const { narrow } = useInbox()
  const path = usePath()
  const none = useInboxState((state) => state.counts.all === 0)
  if (none)
    return (
      <EmptyState
        art={tray}
        title={t('empty.first')}
        act={
          <Link to={path('practice')} className={buttonClass({ kind: 'secondary', size: 'dense' })}>
            {t('empty.practice')}
          </Link>
        }
      >
        {t('empty.firstHint')}
      </EmptyState>
    )
  if (query.q || query.channel || query.sentiment)
    return (
      <EmptyState
        art={tray}
        title={t('empty.filtered')}
        act={
          <Button size="dense" onClick={() => narrow({ q: null, channel: null, sentiment: null })}>
            {t('filter.clear')}
          </Button>
        }
      />
    )
  const open = query.view === 'open'
  return (
    <EmptyState art={tray} title={t(open ? 'empty.open' : 'empty.view')}>
      {t(open ? 'empty.openHint' : 'empty.viewHint')}
    </EmptyState>
  )
}
