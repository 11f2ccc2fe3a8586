import { CloudUpload, MessageCircleQuestionMark } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cx } from '../../ui/cx.ts'
import { tip } from '../../ui/tip.ts'
import { useWaitingMark } from './use-outbox.ts'

/** On a card: something I did to it waits for the server, or for an answer of mine. Nothing otherwise. */
export function WaitingMark({ postId, className }: { postId: string; className?: string }) {
  const state = useWaitingMark(postId)
  return state ? <WaitingIcon state={state} className={className} /> : null
}

export function WaitingIcon({
  state,
  className,
}: {
  state: 'waiting' | 'asking'
  className?: string | undefined
}) {
  const t = useTranslations('outbox.mark')
  const words = t(state)
  const Icon = state === 'waiting' ? CloudUpload : MessageCircleQuestionMark
  return (
    <span
      role="img"
      aria-label={words}
      data-waiting={state}
      data-tone={state === 'waiting' ? 'accent' : 'amber'}
      className={cx('relative flex shrink-0 text-tone-text [&_svg]:size-3.5', className)}
      {...tip(words)}
    >
      <Icon aria-hidden="true" />
    </span>
  )
}
