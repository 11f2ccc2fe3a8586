import { TriangleAlert } from 'lucide-react'
import { memo, useMemo, useRef } from 'react'
import { useLocale, useTimeZone, useTranslations } from 'use-intl'
import { dayIn, isForeign, writeDate, zoneName } from '#server/i18n/date-format.rules.ts'
import { cardIdOf, slotUnder } from '#server/post/slots.rules.ts'
import { useBoard, useCard, useHolders } from '../board/board-context.tsx'
import { CampaignDot, ChannelMarks } from '../board/card-facts.tsx'
import { Holders } from '../board/holders.tsx'
import { StageMark } from '../board/stage-mark.tsx'
import { useDragCard } from '../board/use-drag.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'

/** A slot of a post in a cell: stage, time where it goes out, the channels that go then, title. */
export const DayCard = memo(function DayCard({ id, day }: { id: string; day: string }) {
  const t = useTranslations()
  const locale = useLocale()
  const own = useTimeZone() ?? 'UTC'
  const board = useBoard()
  const may = useMay()
  const { campaigns } = useDirectory()
  const postId = cardIdOf(id)
  const post = useCard(postId)
  const card = post && slotUnder(post, id)
  const holders = useHolders(postId)
  const ref = useRef<HTMLDivElement>(null)
  const drag = useMemo(
    () => ({
      card() {
        const now = board.cards.card(postId)
        return now && slotUnder(now, id)
      },
      start: () => {
        ref.current?.setAttribute('data-dragged', '')
        board.focus.setDragged(postId)
      },
      end: () => {
        ref.current?.removeAttribute('data-dragged')
        board.focus.setDragged(null)
      },
    }),
    [board, postId, id],
  )
  useDragCard(ref, drag, card !== undefined && may('post:write', card.teamId))
  if (!card || card.sendAt === null) return null
  const zone = card.sendZone ?? own
  // A longer clock leaves its zone to the tooltip sooner.
  const wide = locale.startsWith('ko')
  const foreign = isForeign(zone, own, card.sendAt)
  const time = writeDate(card.sendAt, 'time', zone, locale)
  const where = foreign ? zoneName(zone, card.sendAt, locale) : ''
  const mine = foreign
    ? t('calendar.mine', {
        time: writeDate(card.sendAt, dayIn(own, card.sendAt) === day ? 'time' : 'weekday', own, locale),
      })
    : ''
  const campaign = campaigns.find((one) => one.id === card.campaignId)
  const title = card.title || t('board.card.untitled')
  return (
    <div
      ref={ref}
      data-card={id}
      className="relative flex h-5.5 min-w-0 items-center gap-1 rounded-mark bg-raised px-1 text-meta ring-1 ring-line ring-inset hover:ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-accent data-dragged:opacity-40 touch:h-11"
      {...tip([title, where ? `${time} ${where}` : time, mine].filter(Boolean).join(' · '))}
    >
      <StageMark stage={card.stage} className="size-3" />
      <time
        dateTime={new Date(card.sendAt).toISOString()}
        className="shrink-0 text-muted tabular-nums"
        suppressHydrationWarning
      >
        {time}
        {where ? (
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
      <a
        href={board.href(postId)}
        draggable={false}
        className="min-w-0 flex-1 truncate font-medium outline-none after:absolute after:inset-0"
        onFocus={() => board.focus.setCurrent(id)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
          event.preventDefault()
          board.open(postId)
        }}
      >
        {title}
        {mine ? <span className="sr-only">, {mine}</span> : null}
      </a>
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
