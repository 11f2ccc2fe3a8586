import { memo, useRef } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { HolidayMark } from '#server/holiday/holiday.rules.ts'
import { useHolders } from '../board/board-context.tsx'
import { CampaignName, ChannelMarks, Trouble } from '../board/card-facts.tsx'
import { Repeats } from '../board/card-notes.tsx'
import { Holders } from '../board/holders.tsx'
import { StageMark } from '../board/stage-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { WaitingMark } from '../live/outbox/waiting-mark.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'
import { useCalendarWords } from './calendar-words.ts'
import { DayPeople } from './day-people.tsx'
import { HolidayNames } from './holiday-names.tsx'
import { SlotLink } from './slot-link.tsx'
import { useSlotTime } from './slot-time.ts'
import { TimeLockMark } from './time-lock.tsx'
import { useDayDrop } from './use-day-drop.ts'
import { useSlot } from './use-slot.ts'

/** A day of the list; cards dropped on it go out then. */
export function ListDay(props: {
  day: string
  count: number
  isToday: boolean
  holidays: readonly HolidayMark[] | undefined
}) {
  const { day, count, isToday, holidays } = props
  const t = useCalendarWords()
  const format = useFormatter()
  const ref = useRef<HTMLHeadingElement>(null)
  useDayDrop(ref, day)
  const name = format.dateTime(new Date(`${day}T12:00Z`), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  })
  return (
    <h3
      ref={ref}
      data-list-day={day}
      data-day={day}
      className={cx(
        'flex h-10 items-end gap-2 rounded-control px-2 pb-1.5 text-dense font-semibold data-over:bg-accent-soft',
        isToday && 'text-accent-text',
      )}
    >
      {name}
      {isToday ? <span className="text-meta font-medium">{t('today')}</span> : null}
      <span className="text-meta font-normal text-subtle tabular-nums" aria-hidden="true">
        {count}
      </span>
      {holidays ? <HolidayNames marks={holidays} /> : null}
      <DayPeople day={day} />
    </h3>
  )
}

/** A slot as a row of the list. */
export const ListSlot = memo(function ListSlot({ id, day }: { id: string; day: string }) {
  const t = useTranslations()
  const { members } = useDirectory()
  const ref = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLDivElement>(null)
  const { postId, slot, fixed } = useSlot(id, ref)
  useDayDrop(row, day)
  const holders = useHolders(postId)
  const written = useSlotTime(slot, day)
  if (!slot || !written) return null
  const { time, where, mine, iso } = written
  const assignee = members.find((one) => one.id === slot.assigneeId)
  return (
    <div ref={row} data-group={day} className="border-b border-line data-over:bg-accent-soft">
      <div
        ref={ref}
        data-card={id}
        {...(fixed ? tip(fixed) : {})}
        className="relative flex h-9 items-center gap-2.5 rounded-control px-2 text-dense hover:bg-hover has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent data-dragged:opacity-40 touch:h-11"
      >
        <time
          dateTime={iso}
          className="flex w-16 shrink-0 flex-col text-right leading-4 text-muted tabular-nums"
          suppressHydrationWarning
          {...(mine ? tip(mine) : {})}
        >
          {time}
          {where ? <span className="text-[0.6875rem] text-subtle md:hidden">{where}</span> : null}
        </time>
        <span className="w-14 shrink-0 text-meta text-subtle max-md:hidden">{where}</span>
        <StageMark stage={slot.stage} />
        <WaitingMark postId={postId} />
        {fixed ? <TimeLockMark className="size-3.5" /> : null}
        <SlotLink id={id} postId={postId} className="flex-1">
          {slot.title || t('board.card.untitled')}
          <span className="sr-only">
            , {t(`board.stage.${slot.stage}`)}
            {mine ? `, ${mine}` : ''}
          </span>
        </SlotLink>
        {slot.seriesId ? <Repeats /> : null}
        {slot.trouble ? <Trouble trouble={slot.trouble} /> : null}
        {slot.campaignId ? (
          <span className="flex w-40 min-w-0 shrink-0 text-meta text-muted max-lg:hidden">
            <CampaignName id={slot.campaignId} />
          </span>
        ) : null}
        <span className="flex w-20 shrink-0 justify-end max-sm:w-auto">
          <ChannelMarks ids={slot.channelIds} most={3} />
        </span>
        <span className="flex w-6 shrink-0 justify-center max-sm:hidden">
          {assignee ? (
            <span className="flex" {...tip(assignee.name)}>
              <Avatar person={assignee} size={20} />
            </span>
          ) : null}
        </span>
        {holders.length ? <Holders people={holders} id={id} /> : null}
      </div>
    </div>
  )
})
