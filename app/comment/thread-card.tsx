import { Check, RotateCcw, TextQuote, Unlink } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ThreadView } from '#server/comment/thread.reads.ts'
import { useDraft, useDraftMeans } from '../draft/draft-context.tsx'
import { useDirectory } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CommentBox } from './comment-box.tsx'
import { CommentItem } from './comment-item.tsx'
import { useCommentWords } from './comment-words.ts'
import type { CommentActs } from './use-comment-acts.ts'

interface ThreadCardProps {
  thread: ThreadView
  acts: CommentActs
  mayComment: boolean
  /** Shows the words it is about. */
  onShow(thread: ThreadView): void
}

/** A discussion: the words it is about, what was said, and the next thing to say. */
export function ThreadCard({ thread, acts, mayComment, onShow }: ThreadCardProps) {
  const t = useCommentWords()
  const { members } = useDirectory()
  const { store } = useDraftMeans()
  const active = useDraft((state) => state.thread === thread.id)
  const hovered = useDraft((state) => state.hovered === thread.id)
  const [replying, setReplying] = useState(false)
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  /** The box goes; the focus stays in the discussion. */
  function replied() {
    setReplying(false)
    requestAnimationFrame(() => card.current?.querySelector<HTMLElement>('[data-reply]')?.focus())
  }
  const { anchor } = thread
  const resolver = members.find((one) => one.id === thread.resolvedBy)
  const resolved = thread.resolvedAt !== null
  return (
    <section
      ref={card}
      aria-label={anchor ? anchor.quote : t('whole')}
      data-thread={thread.id}
      className={cx(
        'flex flex-col gap-2.5 rounded-card border p-3 transition-colors duration-120',
        active || hovered ? 'border-amber bg-amber/5' : 'border-line',
        resolved && 'opacity-70',
      )}
      onMouseEnter={() => store.setState({ hovered: thread.id })}
      onMouseLeave={() => store.setState({ hovered: null })}
    >
      <div className="flex items-start gap-2">
        {anchor ? (
          <button
            type="button"
            disabled={anchor.gone}
            onClick={() => onShow(thread)}
            className="flex min-w-0 flex-1 items-start gap-1.5 text-left text-meta text-muted enabled:hover:text-fg [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0"
          >
            {anchor.gone ? <Unlink aria-hidden="true" /> : <TextQuote aria-hidden="true" />}
            <span className="min-w-0">
              <span className={cx('line-clamp-2 break-words', anchor.gone && 'line-through')}>
                {anchor.quote}
              </span>
              {anchor.gone ? <span className="block text-subtle">{t('gone')}</span> : null}
            </span>
          </button>
        ) : (
          <span className="flex-1 text-meta text-subtle">{t('whole')}</span>
        )}
        {mayComment ? (
          <IconButton
            size="dense"
            className="-mt-1 -mr-1"
            label={resolved ? t('reopen') : t('resolve')}
            icon={resolved ? <RotateCcw /> : <Check />}
            onClick={() => void (resolved ? acts.reopen(thread.id) : acts.resolve(thread.id))}
          />
        ) : null}
      </div>
      {thread.comments.map((comment) => (
        <CommentItem key={comment.id} comment={comment} acts={acts} />
      ))}
      {resolved ? (
        <p className="text-meta text-subtle">{t('resolvedBy', { name: resolver?.name ?? '' })}</p>
      ) : mayComment && replying ? (
        <CommentBox
          autoFocus
          label={t('reply')}
          act={t('sendReply')}
          keep={thread.id}
          onCancel={replied}
          onSend={async (words) => {
            await acts.reply(thread.id, words)
            replied()
          }}
        />
      ) : mayComment ? (
        <button
          type="button"
          data-reply=""
          onClick={() => setReplying(true)}
          className="h-dense self-start rounded-control px-1.5 text-meta font-medium text-muted hover:bg-hover hover:text-fg"
        >
          {t('reply')}
        </button>
      ) : null}
    </section>
  )
}
