import { Heart, MessageCircle } from 'lucide-react'
import { memo } from 'react'
import type { EntryView } from '#server/network/practice/practice-entries.reads.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { Ago } from '../ui/time.tsx'
import { tip } from '../ui/tip.ts'
import { toast } from '../ui/toast.ts'
import { EntryMedia } from './entry-media.tsx'
import { EntryText } from './entry-text.tsx'
import { usePractice } from './practice-context.tsx'
import { usePracticeWords } from './practice-words.ts'

interface EntryProps {
  entry: EntryView
  /** whom it answers, when that is not plain from its place */
  answers?: string | null
  onReply(entry: EntryView): void
  small?: boolean
}

const act =
  'inline-flex h-dense min-w-9 items-center gap-1.5 rounded-control px-2 text-dense text-muted tabular-nums transition-colors duration-120 enabled:hover:bg-hover enabled:hover:text-fg disabled:cursor-default [&_svg]:size-4'

/** One thing said in public, with what can be done about it. */
export const Entry = memo(function Entry({ entry, answers, onReply, small }: EntryProps) {
  const t = usePracticeWords('feed')
  const { page, persona, play } = usePractice()
  const liked = persona !== null && entry.likedBy.includes(persona.id)
  const like = async () => {
    if (!persona) return
    const reason = await play.like(entry.id, persona.id, !liked)
    if (reason) toast({ title: reason, kind: 'failed' })
  }
  return (
    <div className="flex gap-3" data-entry={entry.id}>
      <Avatar person={entry.author} size={small ? 24 : 32} silent className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5 text-dense">
          <span className="font-semibold">{entry.author.name}</span>
          <span className="truncate text-subtle">@{entry.author.handle}</span>
          {entry.ours ? <Badge tone="accent">{t('us')}</Badge> : null}
          <Ago at={entry.at} className="ml-auto text-meta text-subtle" />
        </div>
        {answers ? <p className="text-meta text-subtle">{t('inReply', { name: answers })}</p> : null}
        <EntryText text={entry.text} />
        <EntryMedia media={entry.media} />
        <div className="-ml-2 mt-0.5 flex gap-1">
          <button
            type="button"
            className={act}
            disabled={!page.mayPlay || !persona}
            onClick={() => onReply(entry)}
            data-act="reply"
            aria-label={
              entry.comments ? `${t('reply')}, ${t('replies', { count: entry.comments })}` : t('reply')
            }
            {...tip(t('reply'), { keys: 'r' })}
          >
            <MessageCircle aria-hidden="true" />
            {entry.comments || ''}
          </button>
          <button
            type="button"
            className={cx(act, liked && 'text-rose enabled:hover:text-rose')}
            disabled={!page.mayPlay || !persona}
            onClick={like}
            data-act="like"
            aria-pressed={liked}
            aria-label={t(liked ? 'unlike' : 'like', { count: entry.likes })}
            {...tip(t('likes', { count: entry.likes }), { keys: 'l' })}
          >
            <Heart aria-hidden="true" fill={liked ? 'currentColor' : 'none'} />
            {entry.likes || ''}
          </button>
        </div>
      </div>
    </div>
  )
})
