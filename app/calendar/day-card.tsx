import { TriangleAlert } from 'lucide-react'
import { memo, useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useHolders } from '../board/board-context.tsx'
import { CampaignDot, ChannelMarks } from '../board/card-facts.tsx'
import { Repeats } from '../board/card-notes.tsx'
import { Holders } from '../board/holders.tsx'
import { StageMark } from '../board/stage-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { WaitingMark } from '../live/outbox/waiting-mark.tsx'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'
import { SlotLink } from './slot-link.tsx'
import { useSlotTime } from './slot-time.ts'
import { TimeLockMark } from './time-lock.tsx'
import { useSlot } from './use-slot.ts'

interface DayCardProps {
  id: string
  day: string
  /** at its time on my own clocks, not on those where it goes out */
  mine?: boolean
}

/** A slot of a post in a cell: stage, time where it goes out, the channels that go then, title. */
export const DayCard = memo(function DayCard({ id, day, mine: own = false }: DayCardProps) {
  const t = useTranslations()
  const locale = useLocale()
  const { campaigns } = useDirectory()
  const ref = useRef<HTMLDivElement>(null)
  const { postId, post, slot: card, fixed } = useSlot(id, ref)
  const holders = useHolders(postId)
  const written = useSlotTime(card, day)
  if (!post || !card || !written) return null
  const { time, here, where, mine, iso } = written
  // A longer clock leaves its zone to the tooltip sooner.
  const wide = locale.startsWith('ko')
  const campaign = campaigns.find((one) => one.id === card.campaignId)
  const title = card.title || t('board.card.untitled')
  return (
    <div
      ref={ref}
      data-card={id}
      className="relative flex h-5.5 min-w-0 items-center gap-1 rounded-mark bg-raised px-1 text-meta ring-1 ring-line ring-inset hover:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-accent data-dragged:opacity-40 touch:h-11"
      {...tip([title, where ? `${time} ${where}` : time, mine, fixed].filter(Boolean).join(' · '))}
    >
      <StageMark stage={card.stage} className="size-3" />
      <time
        dateTime={iso}
        className="shrink-0 text-muted tabular-nums @max-[6.25rem]:hidden"
        suppressHydrationWarning
      >
        {own ? here : time}
        {where && !own ? (
          <>
            <span className={cx('text-subtle', wide ? '@max-[15rem]:hidden' : '@max-[11rem]:hidden')}>
              {' '}
              {where}
            </span>
            <span
              className={cx('text-subtle', wide ? '@min-[15rem]:hidden' : '@min-[11rem]:hidden')}
              aria-hidden="true"
            >
              *
            </span>
          </>
        ) : null}
      </time>
      <WaitingMark postId={postId} />
      {fixed ? <TimeLockMark /> : null}
      <SlotLink id={id} postId={postId} className="flex-1">
        {title}
        {mine ? <span className="sr-only">, {mine}</span> : null}
      </SlotLink>
      {card.seriesId ? <Repeats className="size-3 @max-[9rem]:hidden" /> : null}
      {card.trouble ? (
        <TriangleAlert
          className="size-3 shrink-0 text-red"
          role="img"
          aria-label={t(`board.card.trouble.${card.trouble}`)}
        />
      ) : null}
      {card.channelIds.length ? (
        <span className={cx('flex shrink-0', !post.own?.length && '@max-[16rem]:hidden')}>
          <ChannelMarks ids={card.channelIds} most={2} />
        </span>
      ) : null}
      {campaign ? (
        <span className="flex @max-[9rem]:hidden">
          <CampaignDot hue={campaign.hue} />
        </span>
      ) : null}
      {holders.length ? <Holders people={holders} id={id} /> : null}
    </div>
  )
})
