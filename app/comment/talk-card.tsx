import { Check, RotateCcw } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { TalkView } from '#server/comment/thread.reads.ts'
import { useDirectory } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CommentBox } from './comment-box.tsx'
import { CommentItem } from './comment-item.tsx'
import { useCommentWords } from './comment-words.ts'
import type { TalkActs } from './use-talk-acts.ts'

interface TalkCardProps {
  thread: TalkView
  acts: TalkActs
  mayComment: boolean
  /** Looked at: it comes into view. */
  active: boolean
  /** Pointed at, here or where it hangs. */
  hovered?: boolean
  onHover?: (on: boolean) => void
  /** What it is about, spoken. */
  label: string
  /** What it is about, in its head. */
  place: ReactNode
}

/** A discussion: what it is about, what was said, and the next thing to say. */
export function TalkCard({
  thread,
  acts,
  mayComment,
  active,
  hovered = false,
  onHover,
  label,
  place,
}: TalkCardProps) {
  const t = useCommentWords()
  const { members } = useDirectory()
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
  const resolver = members.find((one) => one.id === thread.resolvedBy)
  const resolved = thread.resolvedAt !== null
  return (
    <section
      ref={card}
      aria-label={label}
      data-thread={thread.id}
      className={cx(
        'flex flex-col gap-2.5 rounded-card border p-3 transition-colors duration-120',
        active || hovered ? 'border-amber bg-amber/5' : 'border-line',
        resolved && 'opacity-70',
      )}
      onMouseEnter={() => onHover?.(true)}
      onMouseLeave={() => onHover?.(false)}
    >
      <div className="flex items-start gap-2">
        {place}
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
