import { TriangleAlert } from 'lucide-react'
import { memo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useHolders } from '../board/board-context.tsx'
import { CampaignDot, ChannelMarks } from '../board/card-facts.tsx'
import { Repeats } from '../board/card-notes.tsx'
import { Holders } from '../board/holders.tsx'
import { StageMark } from '../board/stage-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { WaitingMark } from '../live/outbox/waiting-mark.tsx'
import { tip } from '../ui/tip.ts'
import { SlotLink } from './slot-link.tsx'
import { useSlotTime } from './slot-time.ts'
import { TimeLockMark } from './time-lock.tsx'
import { useSlot } from './use-slot.ts'

interface DayCardProps {
  id: string
  day: string
  /** its cell is so wide that the channels have room */
  roomy: boolean
  /** at its time on my own clocks, not on those where it goes out */
  mine?: boolean
}

/** A slot of a post in a cell, an item of its list: stage, time where it goes out, the channels that go then, title. */
export const DayCard = memo(function DayCard({ id, day, roomy, mine: own = false }: DayCardProps) {
  const t = useTranslations()
  const { campaigns } = useDirectory()
  const ref = useRef<HTMLLIElement>(null)
  const { postId, post, slot: card, fixed } = useSlot(id, ref)
  const holders = useHolders(postId)
  const written = useSlotTime(card, day)
  if (!post || !card || !written) return null
  const { time, here, where, mine, iso } = written
  const campaign = campaigns.find((one) => one.id === card.campaignId)
  const title = card.title || t('board.card.untitled')
  // Times that differ by channel say nothing without the channels.
  const split = Boolean(post.own?.length)
  return (
    <li
      ref={ref}
      data-card={id}
      className="day-card"
      {...tip([title, where ? `${time} ${where}` : time, mine, fixed].filter(Boolean).join(' · '))}
    >
      <StageMark stage={card.stage} className="size-3" />
      <time dateTime={iso} className="day-card-time" suppressHydrationWarning>
        {own ? here : time}
        {where && !own ? (
          <>
            <span className="day-card-zone text-subtle"> {where}</span>
            <span className="day-card-star text-subtle" aria-hidden="true">
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
      {card.seriesId ? <Repeats className="size-3 cell-max-9:hidden" /> : null}
      {card.trouble ? (
        <TriangleAlert
          className="size-3 shrink-0 text-red"
          role="img"
          aria-label={t(`board.card.trouble.${card.trouble}`)}
        />
      ) : null}
      {card.channelIds.length && (split || roomy) ? (
        <ChannelMarks
          ids={card.channelIds}
          most={2}
          className={split ? 'shrink-0' : 'shrink-0 cell-max-16:hidden'}
        />
      ) : null}
      {campaign ? (
        <span className="flex cell-max-9:hidden">
          <CampaignDot hue={campaign.hue} />
        </span>
      ) : null}
      {holders.length ? <Holders people={holders} id={id} /> : null}
    </li>
  )
})
