import { useState } from 'react'
import type { ThreadView } from '#server/comment/thread.reads.ts'
import { useDraft, useDraftMeans } from '../draft/draft-context.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { CommentBox } from './comment-box.tsx'
import { useCommentWords } from './comment-words.ts'
import { ThreadCard } from './thread-card.tsx'
import { type Range, useCommentActs } from './use-comment-acts.ts'

interface CommentsTabProps {
  /** The words a new comment will be about. */
  range: Range | null
  onRange(range: Range | null): void
  onShow(thread: ThreadView): void
}

/** All discussions on a post: in the order of the text, those on the whole at the end, the resolved ones folded. */
export function CommentsTab({ range, onRange, onShow }: CommentsTabProps) {
  const t = useCommentWords()
  const { store } = useDraftMeans()
  const acts = useCommentActs()
  const threads = useDraft((state) => state.data.threads)
  const postId = useDraft((state) => state.data.post.id)
  const mayComment = useDraft((state) => state.data.can.comment)
  const active = useDraft((state) => state.thread)
  const [all, setAll] = useState(false)
  /** To the words one was at. */
  const back = () => {
    onRange(null)
    document.querySelector<HTMLTextAreaElement>('[data-draft-text]')?.focus()
  }
  const place = (one: ThreadView) => (one.anchor ? one.anchor.start : Number.MAX_SAFE_INTEGER)
  const open = threads.filter((one) => one.resolvedAt === null).sort((a, b) => place(a) - place(b))
  const resolved = threads.filter((one) => one.resolvedAt !== null)
  const showResolved = all || resolved.some((one) => one.id === active)
  const card = (thread: ThreadView) => (
    <ThreadCard key={thread.id} {...{ thread, acts, mayComment, onShow }} />
  )
  return (
    <div className="flex flex-col gap-3 p-3">
      {mayComment ? (
        <CommentBox
          key={range?.key ?? 'whole'}
          keep={postId}
          autoFocus={range !== null}
          label={range ? t('onSelection', { quote: shorten(range.anchor.quote) }) : t('write')}
          act={t('send')}
          onCancel={range ? back : undefined}
          before={
            range ? (
              <p className="line-clamp-2 border-l-2 border-amber pl-2 text-meta text-muted">
                {range.anchor.quote}
              </p>
            ) : null
          }
          onSend={async (words) => {
            const { id } = await acts.start(postId, range, words)
            store.setState({ thread: id })
            if (range) back()
          }}
        />
      ) : null}
      {open.map(card)}
      {threads.length === 0 ? <EmptyState art={<Talk />} title={t('empty')} /> : null}
      {resolved.length ? (
        <Button kind="quiet" size="dense" className="self-start" onClick={() => setAll(!showResolved)}>
          {showResolved ? t('hideResolved') : t('showResolved', { count: resolved.length })}
        </Button>
      ) : null}
      {showResolved ? resolved.map(card) : null}
    </div>
  )
}

const shorten = (quote: string) => (quote.length > 40 ? `${quote.slice(0, 39).trimEnd()}…` : quote)

const Talk = () => (
  <LineArt>
    <path d="M18 16h52a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6H38l-10 9v-9H18a6 6 0 0 1-6-6V22a6 6 0 0 1 6-6z" />
    <path d="M24 27h40M24 35h26" strokeDasharray="4 4" />
    <path d="M84 30h18a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6h-4v8l-9-8h-5" />
  </LineArt>
)
