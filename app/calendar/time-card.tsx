import { TriangleAlert } from 'lucide-react'
import { memo, useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { zoneName } from '#server/i18n/date-format.rules.ts'
import { useHolders } from '../board/board-context.tsx'
import { CampaignDot, ChannelMarks } from '../board/card-facts.tsx'
import { Repeats } from '../board/card-notes.tsx'
import { Holders } from '../board/holders.tsx'
import { StageMark } from '../board/stage-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { WaitingMark } from '../live/outbox/waiting-mark.tsx'
import { tip } from '../ui/tip.ts'
import { useHourScale } from './hour-scale.ts'
import { SlotLink } from './slot-link.tsx'
import { useSlotTime } from './slot-time.ts'
import { TimeLockMark } from './time-lock.tsx'
import { useSlot } from './use-slot.ts'

interface TimeCardProps {
  id: string
  day: string
  /** beside others in a narrow day: title first, everything else as there is room */
  narrow: boolean
}

/** Where my clocks show an hour twice: the name that tells which of the two it is. */
function useWhichOfTwo(at: number | null): string {
  const locale = useLocale()
  const { me } = useDirectory()
  const { doubled } = useHourScale()
  if (at === null || !doubled) return ''
  const lasts = (doubled.to - doubled.from) * 60_000
  return Math.abs(at - doubled.at) <= lasts && at < doubled.at + lasts ? zoneName(me.zone, at, locale) : ''
}

/** A slot in a grid of hours: its title, its time on my clocks, the channels that go then. */
export const TimeCard = memo(function TimeCard({ id, day, narrow }: TimeCardProps) {
  const t = useTranslations()
  const { campaigns } = useDirectory()
  const ref = useRef<HTMLDivElement>(null)
  const { postId, slot, fixed } = useSlot(id, ref)
  const holders = useHolders(postId)
  const written = useSlotTime(slot, day)
  const which = useWhichOfTwo(slot?.sendAt ?? null)
  if (!slot || !written) return null
  const { time, where, short, iso } = written
  const here = which ? `${written.here} ${which}` : written.here
  const mine = [written.mine, which].filter(Boolean).join(' ')
  const title = slot.title || t('board.card.untitled')
  const campaign = campaigns.find((one) => one.id === slot.campaignId)
  return (
    <div
      ref={ref}
      data-card={id}
      className="@container relative flex size-full min-w-0 flex-col justify-center overflow-visible rounded-control bg-raised px-1.5 text-meta shadow-lift ring-1 ring-line-strong ring-inset hover:ring-n8 has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-accent data-dragged:opacity-40"
      {...tip([title, where ? `${time} ${where}` : time, mine, fixed].filter(Boolean).join(' · '))}
    >
      <div className="flex min-w-0 items-center gap-1">
        <StageMark stage={slot.stage} className="size-3" />
        <WaitingMark postId={postId} />
        {fixed ? <TimeLockMark /> : null}
        <SlotLink id={id} postId={postId} className="flex-1">
          {title}
          {mine ? <span className="sr-only">, {mine}</span> : null}
        </SlotLink>
        {slot.seriesId && !narrow ? <Repeats className="size-3 @max-[7rem]:hidden" /> : null}
        {slot.trouble ? (
          <TriangleAlert
            className="size-3 shrink-0 text-red"
            role="img"
            aria-label={t(`board.card.trouble.${slot.trouble}`)}
          />
        ) : null}
      </div>
      <div className="flex min-w-0 items-center gap-1.5 text-muted">
        <time dateTime={iso} className="min-w-0 truncate tabular-nums" suppressHydrationWarning>
          {narrow ? short : here}
          {where && !narrow ? (
            <span className="text-subtle @max-[10rem]:hidden">
              {' '}
              {time} {where}
            </span>
          ) : null}
        </time>
        {slot.channelIds.length && !narrow ? (
          <span className="ml-auto flex shrink-0 @max-[7rem]:hidden">
            <ChannelMarks ids={slot.channelIds} most={2} />
          </span>
        ) : null}
        {campaign && !narrow ? (
          <span className="flex @max-[7.5rem]:hidden">
            <CampaignDot hue={campaign.hue} />
          </span>
        ) : null}
      </div>
      {holders.length ? <Holders people={holders} id={id} /> : null}
    </div>
  )
})
