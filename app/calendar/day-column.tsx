import { memo, useMemo, useRef } from 'react'
import { useFormatter, useLocale } from 'use-intl'
import { useStore } from 'zustand'
import { dayIn, writeDate } from '#server/i18n/date-format.rules.ts'
import type { Card } from '#server/post/card.rules.ts'
import { cardIdOf, slotUnder } from '#server/post/slots.rules.ts'
import { fewLanesOf, type Rest, type Span } from '#server/time/lanes.rules.ts'
import { useBoard } from '../board/board-context.tsx'
import { justDropped } from '../board/glide.ts'
import { useDropCards } from '../board/use-drag.ts'
import { useDirectory } from '../live/directory.tsx'
import { useClock } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { BestBands } from './best-band.tsx'
import type { Band } from './best-bands.rules.ts'
import { useCalendarWords } from './calendar-words.ts'
import { EXTENT, type HourScale, topOf, useHourScale } from './hour-scale.ts'
import { MoreButton } from './more-button.tsx'
import { TimeCard } from './time-card.tsx'

/** Posts side by side before the others are one "+N". */
const MOST = { week: 3, day: 6 }

interface DayColumnProps {
  day: string
  wide: boolean
  weekend: boolean
  best: readonly Band[] | undefined
}

/** A day of hours: its posts where they go out, and the quarter hour over which one holds another. */
export const DayColumn = memo(function DayColumn(props: DayColumnProps) {
  const { day, wide, weekend, best } = props
  const t = useCalendarWords()
  const format = useFormatter()
  const scale = useHourScale()
  const { spans, lanes } = useLanes(day, wide ? MOST.day : MOST.week, scale)
  const column = useRef<HTMLElement>(null)
  const mark = useRef<HTMLDivElement>(null)
  useGridDrop(day, column, mark, scale)
  const name = format.dateTime(new Date(`${day}T12:00Z`), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  })
  return (
    <section
      ref={column}
      data-group={day}
      aria-label={t('dayLabel', { day: name, count: spans.length })}
      className={cx(
        'relative bg-[linear-gradient(to_bottom,var(--n5)_1px,transparent_1px)] not-last:border-r not-last:border-line data-over:bg-accent-soft',
        weekend && 'bg-n3',
      )}
      style={{ height: topOf(scale.minutes), backgroundSize: `100% ${topOf(60)}px` }}
    >
      {scale.doubled && scale.doubled.day !== day ? (
        <div
          aria-hidden="true"
          data-no-hour=""
          className="absolute inset-x-0 [background-image:var(--hatch)] opacity-35"
          style={{ top: topOf(scale.doubled.to), height: topOf(scale.doubled.to - scale.doubled.from) }}
        />
      ) : null}
      {best ? <BestBands bands={best} /> : null}
      <ul>
        {spans.map(({ id, from }) => {
          const lane = lanes.shown.get(id)
          return lane ? (
            <li key={id} className="absolute p-px" style={boxOf(from, lane.lane, lane.lanes)}>
              <TimeCard id={id} day={day} narrow={!wide && lane.lanes > 1} />
            </li>
          ) : null
        })}
        {lanes.rests.map((rest) => (
          <li key={rest.id} className="absolute p-px" style={boxOf(rest.from, rest.lane, rest.lanes)}>
            <RestOf rest={rest} day={day} name={name} />
          </li>
        ))}
      </ul>
      <NowLine day={day} />
      <div
        ref={mark}
        aria-hidden="true"
        className="pointer-events-none absolute inset-x-0.5 z-20 hidden rounded-control border-2 border-dashed border-accent bg-accent-soft/80 px-1.5 text-meta font-semibold text-accent-text tabular-nums over-day:block"
        style={{ height: topOf(EXTENT) }}
      />
    </section>
  )
})

function RestOf({ rest, day, name }: { rest: Rest; day: string; name: string }) {
  const t = useCalendarWords()
  return (
    <MoreButton
      ids={rest.ids}
      day={day}
      name={name}
      label={t('restLabel', { count: rest.ids.length, day: name })}
      className="flex size-full items-center justify-center rounded-control bg-n4 text-meta font-medium text-muted tabular-nums hover:bg-n5 hover:text-fg"
    >
      {t('rest', { count: rest.ids.length })}
    </MoreButton>
  )
}

const boxOf = (from: number, lane: number, lanes: number) => ({
  top: topOf(from),
  height: topOf(EXTENT),
  left: `${(lane / lanes) * 100}%`,
  width: `${100 / lanes}%`,
})

/** The posts of a day as spans of its minutes, side by side; wakes when one of them stands elsewhere. */
function useLanes(day: string, most: number, scale: HourScale) {
  const { cards } = useBoard()
  const { me } = useDirectory()
  const key = useStore(cards.store, ({ groups, cards: all }) =>
    (groups[day] ?? [])
      .map((id) => {
        const card = all.get(cardIdOf(id))
        const at = (card && slotUnder(card, id))?.sendAt ?? 0
        return `${id}@${scale.at(me.zone, at)}`
      })
      .join(' '),
  )
  return useMemo(() => {
    const spans = key
      .split(' ')
      .filter(Boolean)
      .map((one): Span => {
        const cut = one.lastIndexOf('@')
        // The last of a day end with it.
        const from = Math.min(Number(one.slice(cut + 1)), scale.minutes - EXTENT)
        return { id: one.slice(0, cut), from, to: from + EXTENT }
      })
    return { spans, lanes: fewLanesOf(spans, most) }
  }, [key, most, scale])
}

/** Lets cards be dropped on a quarter hour; what it would be shows under the pointer. */
function useGridDrop(
  day: string,
  column: { current: HTMLElement | null },
  mark: { current: HTMLDivElement | null },
  scale: HourScale,
): void {
  const { acts } = useBoard()
  const { me } = useDirectory()
  const locale = useLocale()
  const place = useMemo(() => {
    const placeOf = (clientY: number) =>
      scale.placeAt(clientY - (column.current?.getBoundingClientRect().top ?? 0), day)
    return {
      over(clientY: number) {
        const place = placeOf(clientY)
        column.current?.setAttribute('data-over', '')
        if (!mark.current) return
        mark.current.style.top = `${topOf(scale.ofPlace(place))}px`
        mark.current.textContent = writeDate(place.minute * 60_000, 'time', 'UTC', locale)
      },
      leave: () => column.current?.removeAttribute('data-over'),
      drop(clientY: number, card: Card) {
        justDropped(card.id)
        void acts.reschedule(card, { ...placeOf(clientY), axis: me.zone })
      },
    }
  }, [acts, day, me.zone, locale, column, mark, scale])
  useDropCards(column, place)
}

/** Where now is, on its day. */
function NowLine({ day }: { day: string }) {
  const { me } = useDirectory()
  const now = useClock()
  const scale = useHourScale()
  if (dayIn(me.zone, now) !== day) return null
  return (
    <div
      data-now-line=""
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 z-10 h-px bg-red before:absolute before:top-1/2 before:-left-1 before:size-2 before:-translate-y-1/2 before:rounded-full before:bg-red"
      style={{ top: topOf(scale.at(me.zone, now)) }}
    />
  )
}
