import { Check, ExternalLink } from 'lucide-react'
import { memo } from 'react'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import type { ThreadMessage } from '#server/conversation/thread.reads.ts'
import { useNetworkName } from '../channel/use-network-name.ts'
import { useDirectory } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { Time } from '../ui/time.tsx'
import { tip } from '../ui/tip.ts'
import { useInboxWords } from './inbox-words.ts'
import { SendNote } from './send-note.tsx'
import { SentimentNote } from './sentiment-note.tsx'

/** One message: theirs on the left with how it sounds, ours on the right with whether it went out. */
export const Message = memo(function Message({ message, row }: { message: ThreadMessage; row: InboxRow }) {
  const t = useInboxWords()
  const { members } = useDirectory()
  const ours = message.direction === 'out'
  const writer = members.find(({ id }) => id === message.memberId)
  const network = useNetworkName()(row.network)
  const name = ours ? (writer?.name ?? 'Hubbub') : row.name
  const person = ours
    ? { id: message.memberId ?? 'hubbub', name }
    : { id: row.personId, name, photo: row.avatarUrl }
  const gone = message.sendState === 'dropped'
  return (
    <article
      data-message={message.id}
      className={cx('flex items-end gap-2', ours ? 'flex-row-reverse pl-8' : 'pr-8')}
    >
      <Avatar person={person} silent size={24} className="mb-5" />
      <div className={cx('flex min-w-0 flex-col gap-1', ours ? 'items-end' : 'items-start')}>
        <div
          className={cx(
            'max-w-full rounded-card px-3 py-2 text-body break-words whitespace-pre-wrap',
            ours ? 'bg-accent-soft' : 'bg-raised shadow-lift ring-1 ring-line',
            gone && 'text-muted line-through',
          )}
        >
          {message.text || <span className="text-subtle">{t('list.none')}</span>}
          {message.media.length ? <Pictures media={message.media} /> : null}
        </div>
        <div className="flex max-w-full flex-wrap items-center gap-x-2 gap-y-0.5 text-meta text-subtle">
          <span className="font-medium text-muted">{name}</span>
          <Time at={message.at} format="time" className="tabular-nums" />
          {message.direction === 'in' ? (
            <SentimentNote message={message} conversationId={row.id} teamId={row.teamId} />
          ) : null}
          {message.sendState === 'sent' ? (
            <span className="inline-flex items-center gap-1 [&_svg]:size-3.5" data-send="sent">
              <Check aria-hidden="true" />
              {t('send.sent')}
            </span>
          ) : null}
          {message.dismissed ? (
            <span {...(message.dismissed.note ? tip(message.dismissed.note) : {})}>
              {t('thread.dismissed', { reason: t(`reason.${message.dismissed.reason}`) })}
            </span>
          ) : null}
          {message.remoteUrl ? (
            <a
              href={message.remoteUrl}
              target="_blank"
              rel="noreferrer noopener"
              aria-label={t('act.openThere', { network })}
              className="rounded-mark hover:text-fg [&_svg]:size-3"
              {...tip(t('act.openThere', { network }))}
            >
              <ExternalLink aria-hidden="true" />
            </a>
          ) : null}
        </div>
        {ours ? <SendNote message={message} row={row} network={network} /> : null}
      </div>
    </article>
  )
})

function Pictures({ media }: { media: ThreadMessage['media'] }) {
  const t = useInboxWords('thread')
  return (
    <span className="mt-2 flex flex-wrap gap-2">
      {media.map(({ url, alt }) => (
        <a key={url} href={url} target="_blank" rel="noreferrer noopener" className="rounded-control">
          <img
            src={url}
            alt={alt ? t('imageAlt', { alt }) : t('image')}
            loading="lazy"
            referrerPolicy="no-referrer"
            className="max-h-48 max-w-full rounded-control object-cover"
          />
        </a>
      ))}
    </span>
  )
}
