import { Link, useLocation } from '@remix-run/react'
import { Hand } from 'lucide-react'
import { memo } from 'react'
import { NETWORKS, type NetworkId } from '#server/network/network.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { useHereAt } from '../live/presence/use-presence.ts'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { usePrefetch } from '../ui/prefetch.ts'
import { tip } from '../ui/tip.ts'
import { useInbox, useRow } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'
import { SentimentMark } from './sentiment-mark.tsx'
import { ShortAgo } from './short-ago.tsx'

/** Height of a row of the list, CSS pixels. */
export const ITEM_HEIGHT = 68

/** One conversation in the list. Its words are of people outside: drawn as text only. */
export const ConversationItem = memo(function ConversationItem({
  id,
  current,
}: {
  id: string
  current: boolean
}) {
  const t = useInboxWords('list')
  const { href } = useInbox()
  const prefetch = usePrefetch()
  useLocation()
  const row = useRow(id)
  if (!row) return null
  const practice = NETWORKS[row.network as NetworkId]?.practice
  return (
    <Link
      to={href(id)}
      prefetch={prefetch}
      preventScrollReset
      aria-current={current ? 'true' : undefined}
      data-conversation={id}
      className={cx(
        'relative flex h-full items-center gap-3 border-b border-line pr-3 pl-4 -outline-offset-2 transition-colors duration-120',
        current ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      {row.unread ? (
        <span className="absolute left-1.5 size-1.5 rounded-full bg-accent" aria-hidden="true" />
      ) : null}
      <Avatar
        silent
        size={32}
        person={{ id: row.personId, name: row.name, photo: row.avatarUrl }}
        mark={<NetworkMark network={row.network} />}
      />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          <span className={cx('truncate text-dense', row.unread ? 'font-semibold' : 'font-medium')}>
            {row.name}
            {row.unread ? <span className="sr-only"> ({t('unread')})</span> : null}
          </span>
          {practice ? (
            <span className="shrink-0 text-meta text-subtle" {...tip(t('practiceHint'))}>
              {t('practice')}
            </span>
          ) : null}
          <ShortAgo at={row.lastMessageAt} className="ml-auto shrink-0 text-meta text-subtle tabular-nums" />
        </span>
        <span className="flex items-center gap-2">
          <span className={cx('min-w-0 flex-1 truncate text-dense', row.unread ? 'text-fg' : 'text-muted')}>
            {row.lastText || t('none')}
          </span>
          <OnIt id={id} />
          {row.sentiment ? <SentimentMark label={row.sentiment} /> : null}
        </span>
      </span>
    </Link>
  )
})

/** Who reads it now, who has claimed it, and whose it is. */
function OnIt({ id }: { id: string }) {
  const t = useInboxWords('list')
  const row = useRow(id)
  const here = useHereAt(`conversation:${id}`)
  const { members, me } = useDirectory()
  const nameOf = (memberId: string) => members.find((one) => one.id === memberId)?.name ?? ''
  const holder = row?.claim && row.claim.memberId !== me.memberId ? row.claim.memberId : null
  const assignee = row?.assigneeId ?? null
  return (
    <span className="flex shrink-0 items-center gap-1 empty:hidden">
      {here.slice(0, 2).map((person) => (
        <span key={person.id} className="flex animate-fade-in" {...tip(t('reading', { names: person.name }))}>
          <Avatar person={person} size={16} present />
        </span>
      ))}
      {holder ? (
        <span
          role="img"
          aria-label={t('on', { name: nameOf(holder) })}
          className="flex text-amber [&_svg]:size-3.5"
          {...tip(t('on', { name: nameOf(holder) }))}
        >
          <Hand aria-hidden="true" />
        </span>
      ) : null}
      {assignee && !here.some((person) => person.id === assignee) ? (
        <span className="flex" {...tip(t('assigned', { name: nameOf(assignee) }))}>
          <Avatar person={{ id: assignee, name: nameOf(assignee) }} size={16} />
        </span>
      ) : null}
    </span>
  )
}
