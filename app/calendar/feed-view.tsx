import { useNavigate, useSearchParams } from '@remix-run/react'
import { memo, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import { slotUnder } from '#server/post/slots.rules.ts'
import { useGroup, useHolders } from '../board/board-context.tsx'
import { justDropped } from '../board/glide.ts'
import { Holders } from '../board/holders.tsx'
import { StageMark } from '../board/stage-mark.tsx'
import { useDropCards } from '../board/use-drag.ts'
import { useDirectory } from '../live/directory.tsx'
import { WaitingMark } from '../live/outbox/waiting-mark.tsx'
import { Cursors } from '../live/presence/cursors.tsx'
import { cx } from '../ui/cx.ts'
import { Select } from '../ui/select.tsx'
import { tip } from '../ui/tip.ts'
import { useWriteDate } from '../ui/use-write-date.ts'
import type { CalendarData } from './calendar.tsx'
import { FEED } from './calendar-groups.ts'
import { useCalendarWords } from './calendar-words.ts'
import { byPicture } from './feed-channels.ts'
import { SlotLink } from './slot-link.tsx'
import { TimeLockMark, useTellTimeLock } from './time-lock.tsx'
import { useSlot } from './use-slot.ts'

/** A channel as its followers see it: three columns of pictures, what is planned before what is out. */
export function FeedView({ data, surface }: { data: CalendarData; surface: string }) {
  const t = useCalendarWords('feedView')
  const ids = useGroup(FEED)
  const { channels } = useDirectory()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const { channel } = data
  if (!channel) return <p className="p-6 text-dense text-muted">{t('noChannel')}</p>
  return (
    <div data-scroller="" data-paper="" className="min-h-0 min-w-0 flex-1 overflow-y-auto">
      <Cursors surface={surface} className="mx-auto flex max-w-140 flex-col gap-3 pb-4">
        <div className="flex flex-wrap items-center gap-3">
          <Select
            aria-label={t('channel')}
            value={channel}
            className="w-56!"
            onChange={(event) => {
              const next = new URLSearchParams(params)
              next.set('channel', event.target.value)
              navigate(`?${next}`, { replace: true })
            }}
          >
            {byPicture(channels).map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
          <p className="min-w-40 flex-1 text-meta text-muted">{t('hint')}</p>
        </div>
        {ids.length === 0 ? <p className="py-8 text-center text-dense text-muted">{t('empty')}</p> : null}
        <ul data-group={FEED} className="grid grid-cols-3 gap-0.5 overflow-clip rounded-card">
          {ids.map((id) => (
            <li key={id} className="min-w-0">
              <Tile id={id} channelId={channel} />
            </li>
          ))}
        </ul>
      </Cursors>
    </div>
  )
}

const Tile = memo(function Tile({ id, channelId }: { id: string; channelId: string }) {
  const t = useTranslations()
  const { workspace } = useDirectory()
  const write = useWriteDate()
  const ref = useRef<HTMLDivElement>(null)
  const { board, postId, slot, fixed } = useSlot(id, ref)
  const tellLock = useTellTimeLock(board)
  const holders = useHolders(postId)
  const place = useMemo(
    () => ({
      over: (_: number, card: Card) => {
        if (card.id !== id) ref.current?.setAttribute('data-over', '')
      },
      leave: () => ref.current?.removeAttribute('data-over'),
      drop(_: number, card: Card) {
        const post = board.cards.card(postId)
        const mine = post && slotUnder(post, id)
        if (!mine || card.id === id) return
        if (mine.stage === 'published') return board.tell({ code: 'post.published', params: {}, message: '' })
        if (mine.timeLocked) return tellLock()
        justDropped(card.id)
        void board.acts.swap(channelId, card, mine)
      },
    }),
    [board, channelId, id, postId, tellLock],
  )
  useDropCards(ref, place)
  if (!slot || slot.sendAt === null) return null
  const title = slot.title || t('board.card.untitled')
  const out = slot.stage === 'published'
  const time = write(slot.sendAt, 'moment', slot.sendZone ?? undefined)
  return (
    <div
      ref={ref}
      data-card={id}
      className={cx(
        'hover-part relative flex aspect-[4/5] flex-col bg-n4 has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-accent data-dragged:opacity-40 data-over:z-10 data-over:outline-3 data-over:outline-accent',
        out || fixed ? '' : 'cursor-grab',
      )}
      {...tip([title, time, fixed].filter(Boolean).join(' · '))}
    >
      {slot.cover ? (
        <img
          src={`/w/${workspace.slug}/assets/${slot.cover}?size=card`}
          alt=""
          loading="lazy"
          draggable={false}
          className="absolute inset-0 size-full object-cover"
        />
      ) : null}
      <SlotLink
        id={id}
        postId={postId}
        className={
          slot.cover
            ? 'sr-only after:z-[1]'
            : 'm-auto line-clamp-5 px-3 text-center text-dense text-balance whitespace-normal text-muted'
        }
      >
        {title}
        <span className="sr-only">
          , {t(`board.stage.${slot.stage}`)}, {time}
          {fixed ? `, ${fixed}` : ''}
        </span>
      </SlotLink>
      <span
        className={cx(
          'pointer-events-none absolute bottom-1 left-1 flex max-w-[calc(100%-0.5rem)] items-center gap-1 rounded-mark bg-raised/90 px-1 py-0.5 text-[0.6875rem] tabular-nums',
          out && 'opacity-0 part-hover:opacity-100',
        )}
        aria-hidden="true"
      >
        <StageMark stage={slot.stage} className="size-3" />
        {fixed ? <TimeLockMark /> : null}
        <span className="min-w-0" suppressHydrationWarning>
          {time}
        </span>
      </span>
      <WaitingMark postId={postId} className="absolute! top-1 left-1 z-[2] rounded-mark bg-raised/90 p-0.5" />
      {holders.length ? <Holders people={holders} id={id} /> : null}
    </div>
  )
})
