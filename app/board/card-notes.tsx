import { CalendarCheck, CalendarClock, CheckSquare, Paperclip, Repeat } from 'lucide-react'
import { useLocale, useTimeZone, useTranslations } from 'use-intl'
import { writeDate } from '#server/i18n/date-format.rules.ts'
import type { Card } from '#server/post/card.rules.ts'
import { dueState } from '#server/post/due.rules.ts'
import { useClock } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'

type Noted = Pick<Card, 'dueAt' | 'seriesId' | 'checksDone' | 'checksTotal' | 'attachments' | 'stage'>

/** What is noted beside a post: by when, how much of it is done, how much is attached. */
export function CardNotes({ card }: { card: Noted }) {
  const t = useTranslations('board.card')
  const { dueAt, seriesId, stage, checksDone, checksTotal, attachments } = card
  return (
    <>
      {seriesId ? <Repeats /> : null}
      {dueAt != null ? <DueBadge dueAt={dueAt} stage={stage} /> : null}
      {checksTotal > 0 ? (
        <Note
          icon={<CheckSquare aria-hidden="true" />}
          words={t('checks', { done: checksDone, total: checksTotal })}
          tone={checksDone === checksTotal ? 'green' : undefined}
        >
          {checksDone}/{checksTotal}
        </Note>
      ) : null}
      {attachments > 0 ? (
        <Note icon={<Paperclip aria-hidden="true" />} words={t('attachments', { count: attachments })}>
          {attachments}
        </Note>
      ) : null}
    </>
  )
}

/** It began a series, or is a copy in one. */
export function Repeats({ className }: { className?: string }) {
  const t = useTranslations('board.card')
  return (
    <Repeat role="img" aria-label={t('repeats')} className={cx('size-3.5 shrink-0 text-subtle', className)} />
  )
}

const tones = { done: undefined, later: undefined, soon: 'amber', overdue: 'red' } as const

/** By when the work shall be done: calm, soon, or overdue, in words and colour. */
export function DueBadge({ dueAt, stage }: { dueAt: number; stage: Card['stage'] }) {
  const t = useTranslations('board.card.due')
  const locale = useLocale()
  const zone = useTimeZone() ?? 'UTC'
  const state = dueState({ dueAt, stage }, useClock()) ?? 'later'
  return (
    <Note
      icon={state === 'done' ? <CalendarCheck aria-hidden="true" /> : <CalendarClock aria-hidden="true" />}
      words={t(state, { when: writeDate(dueAt, 'full', zone, locale) })}
      tone={tones[state]}
    >
      {writeDate(dueAt, 'shortDay', zone, locale)}
    </Note>
  )
}

interface NoteProps {
  icon: React.ReactNode
  /** said aloud and on hover */
  words: string
  tone?: 'amber' | 'red' | 'green' | undefined
  children: React.ReactNode
}

function Note({ icon, words, tone, children }: NoteProps) {
  return (
    <span
      role="img"
      aria-label={words}
      data-tone={tone}
      className={cx(
        'relative flex items-center gap-0.5 text-meta whitespace-nowrap tabular-nums [&_svg]:size-3.5',
        tone ? 'text-tone-text' : 'text-subtle',
        tone === 'red' && 'font-medium',
      )}
      {...tip(words)}
    >
      {icon}
      {children}
    </span>
  )
}
