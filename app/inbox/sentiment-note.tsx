import { useState } from 'react'
import type { ThreadMessage } from '#server/conversation/thread.reads.ts'
import { cx } from '../ui/cx.ts'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { useInboxWords } from './inbox-words.ts'
import { SentimentMark } from './sentiment-mark.tsx'

const Why = lazyPart(async () => (await import('./sentiment-why.tsx')).SentimentWhy)

export interface SentimentNoteProps {
  message: ThreadMessage
  conversationId: string
  teamId: string
}

/** How a message sounds and, on demand, why and who said so. */
export function SentimentNote(props: SentimentNoteProps) {
  const t = useInboxWords('sentiment')
  const [asked, setAsked] = useState(false)
  const fetchThen = useFetchThen()
  const label = props.message.sentiment ?? 'neutral'
  const judged = props.message.by !== 'none'
  const button = (
    <button
      type="button"
      aria-label={t('label', { label: t(label) })}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => fetchThen(Why.fetch, () => setAsked(true))}
      className={cx(
        'inline-flex min-h-5 touch:min-h-8 items-center gap-1 rounded-full px-1.5 transition-colors duration-120 hover:bg-hover',
        !judged && 'opacity-80',
      )}
    >
      <SentimentMark label={label} silent />
      {judged ? t(label) : t('notJudged', { label: t(label) })}
    </button>
  )
  if (!asked) return button
  return <Why {...props} trigger={button} />
}
