import { CalendarPlus } from 'lucide-react'
import { memo, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import { useBoard, useGroup, useHolders } from '../board/board-context.tsx'
import { CampaignDot, ChannelMarks } from '../board/card-facts.tsx'
import { justDropped } from '../board/glide.ts'
import { Holders } from '../board/holders.tsx'
import { StageMark } from '../board/stage-mark.tsx'
import { useDropCards } from '../board/use-drag.ts'
import { useDirectory } from '../live/directory.tsx'
import { WaitingMark } from '../live/outbox/waiting-mark.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { tip } from '../ui/tip.ts'
import { TRAY } from './calendar-groups.ts'
import { useCalendarWords } from './calendar-words.ts'
import { SlotLink } from './slot-link.tsx'
import { TimeLockMark } from './time-lock.tsx'
import { useSlot } from './use-slot.ts'

/** What has no time yet: to be dropped on a day or an hour, and back. */
export function Tray() {
  const t = useCalendarWords('tray')
  const { acts } = useBoard()
  const ids = useGroup(TRAY)
  const ref = useRef<HTMLElement>(null)
  const place = useMemo(
    () => ({
      over: (_: number, card: Card) => {
        if (card.sendAt !== null) ref.current?.setAttribute('data-over', '')
      },
      leave: () => ref.current?.removeAttribute('data-over'),
      drop(_: number, card: Card) {
        if (card.sendAt === null) return
        justDropped(card.id)
        void acts.reschedule(card, null)
      },
    }),
    [acts],
  )
  useDropCards(ref, place)
  return (
    <aside
      ref={ref}
      data-group={TRAY}
      aria-label={t('label', { count: ids.length })}
      className="flex w-64 shrink-0 max-xl:w-52 animate-fade-in flex-col rounded-card bg-panel ring-1 ring-line ring-inset data-over:bg-accent-soft max-md:max-h-44 max-md:w-full"
    >
      <h3 className="flex items-baseline gap-2 px-3 pt-2.5 pb-1.5 text-dense font-semibold">
        {t('title')}
        <span className="text-meta font-normal text-subtle tabular-nums">{ids.length}</span>
      </h3>
      {ids.length === 0 ? <p className="px-3 pb-3 text-dense text-muted">{t('empty')}</p> : null}
      <ul className="flex min-h-0 flex-1 flex-col gap-1.5 overflow-y-auto px-2 pb-2">
        {ids.map((id) => (
          <li key={id}>
            <TrayCard id={id} />
          </li>
        ))}
      </ul>
    </aside>
  )
}

const TrayCard = memo(function TrayCard({ id }: { id: string }) {
  const t = useTranslations()
  const { campaigns } = useDirectory()
  const ref = useRef<HTMLDivElement>(null)
  const { board, postId, slot, movable, fixed } = useSlot(id, ref)
  const holders = useHolders(postId)
  if (!slot) return null
  const campaign = campaigns.find((one) => one.id === slot.campaignId)
  return (
    <div
      ref={ref}
      data-card={id}
      {...(fixed ? tip(fixed) : {})}
      className="hover-part relative flex items-start gap-1.5 rounded-control bg-raised py-1.5 pr-1 pl-2 text-dense shadow-lift ring-1 ring-line ring-inset hover:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-accent data-dragged:opacity-40"
    >
      <StageMark stage={slot.stage} className="mt-0.5" />
      <WaitingMark postId={postId} className="mt-0.5" />
      {fixed ? <TimeLockMark className="mt-1 size-3" /> : null}
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <SlotLink id={id} postId={postId} className="line-clamp-2 whitespace-normal">
          {slot.title || t('board.card.untitled')}
        </SlotLink>
        {slot.channelIds.length || campaign ? (
          <span className="flex items-center gap-1.5">
            {slot.channelIds.length ? <ChannelMarks ids={slot.channelIds} most={4} /> : null}
            {campaign ? <CampaignDot hue={campaign.hue} /> : null}
          </span>
        ) : null}
      </span>
      {movable ? (
        <IconButton
          size="dense"
          label={t('board.menu.time')}
          icon={<CalendarPlus />}
          className="z-10 -my-1 opacity-0 part-hover:opacity-100 focus-visible:opacity-100 touch:opacity-100"
          onClick={() => board.askTime(id)}
        />
      ) : null}
      {holders.length ? <Holders people={holders} id={id} /> : null}
    </div>
  )
})
