import { Link } from '@remix-run/react'
import { ArrowLeft, PanelRight, UserRound } from 'lucide-react'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import { DISMISSALS } from '#server/conversation/conversation.rules.ts'
import { NETWORKS, type NetworkId } from '#server/network/network.rules.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { useHereAt } from '../live/presence/use-presence.ts'
import { Avatar } from '../ui/avatar.tsx'
import { AvatarStack } from '../ui/avatar-stack.tsx'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton, iconButtonClass } from '../ui/icon-button.tsx'
import { useWriteDate } from '../ui/use-write-date.ts'
import { AssignMenu } from './assign-menu.tsx'
import { CloseMenu } from './close-menu.tsx'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'
import { MoreMenu } from './more-menu.tsx'
import type { Panel } from './use-panel.ts'
import type { LiveThread } from './use-thread.ts'

interface ThreadHeadProps {
  thread: LiveThread
  row: InboxRow
  panel: Panel
}

/** Who it is with and where, how it stands, who else reads it, and what can be done. */
export function ThreadHead({ thread, row, panel }: ThreadHeadProps) {
  const t = useInboxWords()
  const { href } = useInbox()
  const { channels } = useDirectory()
  const here = useHereAt(`conversation:${row.id}`)
  const channel = channels.find(({ id }) => id === row.channelId)
  const practice = NETWORKS[row.network as NetworkId]?.practice
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-2 py-2 md:px-4">
      <Link
        to={href(null)}
        preventScrollReset
        aria-label={t('act.back')}
        className={cx(iconButtonClass, 'size-control md:hidden')}
      >
        <ArrowLeft aria-hidden="true" />
      </Link>
      <Avatar
        silent
        size={32}
        person={{ id: row.personId, name: row.name, photo: row.avatarUrl }}
        mark={<NetworkMark network={row.network} />}
      />
      <div className="min-w-0 flex-1 basis-40">
        <h2 className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-body font-semibold">
          <span className="max-w-full truncate">{row.name}</span>
          {practice ? (
            <span className="shrink-0 font-normal">
              <Badge tone="accent" title={t('list.practiceHint')}>
                {t('list.practice')}
              </Badge>
            </span>
          ) : null}
          <StateBadge row={row} />
        </h2>
        <p className="truncate text-meta text-subtle">
          {t(`kind.${row.kind}`)}
          {channel ? ` · ${channel.name}` : ''} · @{row.handle}
        </p>
      </div>
      <div className="ml-auto flex items-center gap-1">
        {here.length ? (
          <span className="mr-1 flex animate-fade-in" data-readers>
            <AvatarStack people={here} max={3} size={24} />
          </span>
        ) : null}
        <AssignMenu row={row} />
        <CloseMenu thread={thread} row={row} />
        <MoreMenu row={row} />
        <span className="max-xl:hidden">
          <IconButton
            label={t('act.person')}
            icon={<PanelRight />}
            size="dense"
            aria-pressed={panel.beside}
            onClick={panel.toggle}
          />
        </span>
        <span className="xl:hidden">
          <IconButton
            label={t('act.person')}
            icon={<UserRound />}
            size="dense"
            aria-haspopup="dialog"
            onClick={() => panel.setSheet(true)}
          />
        </span>
      </div>
    </header>
  )
}

const TONES = { open: 'accent', pending: 'amber', snoozed: 'violet', closed: 'neutral' } as const

/** How the conversation stands, in words. */
function StateBadge({ row }: { row: InboxRow }) {
  const t = useInboxWords()
  const write = useWriteDate()
  if (row.state === 'open') return null
  const words = () => {
    if (row.state === 'snoozed' && row.snoozedUntil)
      return t('snoozedUntil', {
        time: write(row.snoozedUntil, 'moment'),
      })
    if (row.state === 'closed' && row.closedReason) {
      const reason = DISMISSALS.find((one) => one === row.closedReason)
      return reason ? t('closedAs.dismissed', { reason: t(`reason.${reason}`) }) : t('closedAs.answered')
    }
    return t(`state.${row.state}`)
  }
  return (
    <span className="shrink-0 font-normal" suppressHydrationWarning>
      <Badge tone={TONES[row.state]}>{words()}</Badge>
    </span>
  )
}
