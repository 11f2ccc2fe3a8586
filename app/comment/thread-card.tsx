import { TextQuote, Unlink } from 'lucide-react'
import type { ThreadView } from '#server/comment/thread.reads.ts'
import { useDraft, useDraftMeans } from '../draft/draft-context.tsx'
import { cx } from '../ui/cx.ts'
import { useCommentWords } from './comment-words.ts'
import { TalkCard } from './talk-card.tsx'
import type { CommentActs } from './use-comment-acts.ts'

interface ThreadCardProps {
  thread: ThreadView
  acts: CommentActs
  mayComment: boolean
  /** Shows the words it is about. */
  onShow(thread: ThreadView): void
}

/** A discussion on a post: the words it is about, what was said, and the next thing to say. */
export function ThreadCard({ thread, acts, mayComment, onShow }: ThreadCardProps) {
  const t = useCommentWords()
  const { store } = useDraftMeans()
  const active = useDraft((state) => state.thread === thread.id)
  const hovered = useDraft((state) => state.hovered === thread.id)
  const { anchor } = thread
  const place = anchor ? (
    <button
      type="button"
      disabled={anchor.gone}
      onClick={() => onShow(thread)}
      className="flex min-w-0 flex-1 items-start gap-1.5 text-left text-meta text-muted enabled:hover:text-fg [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0"
    >
      {anchor.gone ? <Unlink aria-hidden="true" /> : <TextQuote aria-hidden="true" />}
      <span className="min-w-0">
        <span className={cx('line-clamp-2 break-words', anchor.gone && 'line-through')}>{anchor.quote}</span>
        {anchor.gone ? <span className="block text-subtle">{t('gone')}</span> : null}
      </span>
    </button>
  ) : (
    <span className="flex-1 text-meta text-subtle">{t('whole')}</span>
  )
  return (
    <TalkCard
      {...{ thread, acts, mayComment, active, hovered, place }}
      label={anchor ? anchor.quote : t('whole')}
      onHover={(on) => store.setState({ hovered: on ? thread.id : null })}
    />
  )
}
