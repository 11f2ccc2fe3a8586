import { Frown, Meh, Smile } from 'lucide-react'
import type { SentimentLabel } from '#server/sentiment/sentiment.rules.ts'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'
import { useInboxWords } from './inbox-words.ts'

const ICONS = { negative: Frown, neutral: Meh, positive: Smile }
const COLOURS = { negative: 'text-negative', neutral: 'text-neutral', positive: 'text-positive' }

/** How something sounds: a face and, for those who see no colour or no face, its name. */
export function SentimentMark({ label, silent }: { label: SentimentLabel; silent?: boolean }) {
  const t = useInboxWords('sentiment')
  const Icon = ICONS[label]
  const spoken = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(label), ...tip(t(label)) }
  return (
    <span {...spoken} className={cx('inline-flex shrink-0 [&_svg]:size-3.5', COLOURS[label])}>
      <Icon aria-hidden="true" />
    </span>
  )
}
