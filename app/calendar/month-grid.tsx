import { memo, useMemo, useRef } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import { useBoard, useGroup } from '../board/board-context.tsx'
import { justDropped } from '../board/glide.ts'
import { useDropCards } from '../board/use-drag.ts'
import { cx } from '../ui/cx.ts'
import { DayCard } from './day-card.tsx'
import { MoreButton } from './more-button.tsx'

/** Cards that a cell shows before "+N more". Cells never grow. */
const SHOWN = 3

const at = (day: string) => new Date(`${day}T12:00Z`)
const isWeekend = (day: string) => [0, 6].includes(at(day).getUTCDay())

interface MonthGridProps {
  days: readonly string[]
  month: string
  today: string
}

/** Weeks by days; on a phone a list of the days on which something is. */
export function MonthGrid({ days, month, today }: MonthGridProps) {
  const format = useFormatter()
  return (
    <>
      <div
        className="sticky top-0 z-10 grid grid-cols-7 bg-canvas text-meta text-subtle max-md:hidden"
        aria-hidden="true"
      >
        {days.slice(0, 7).map((day) => (
          <span key={day} className="px-2 pb-1 text-right">
            {format.dateTime(at(day), { weekday: 'short', timeZone: 'UTC' })}
          </span>
        ))}
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-1 gap-px overflow-clip rounded-card bg-line ring-1 ring-line max-md:rounded-none max-md:bg-transparent max-md:ring-0 md:auto-rows-[minmax(7.25rem,1fr)] md:grid-cols-7">
        {days.map((day) => (
          <Day key={day} day={day} inside={day.startsWith(month)} isToday={day === today} />
        ))}
      </div>
    </>
  )
}

const Day = memo(function Day({ day, inside, isToday }: { day: string; inside: boolean; isToday: boolean }) {
  const t = useTranslations('calendar')
  const format = useFormatter()
  const { acts } = useBoard()
  const ids = useGroup(day)
  const cell = useRef<HTMLElement>(null)
  const place = useMemo(
    () => ({
      over: () => cell.current?.setAttribute('data-over', ''),
      leave: () => cell.current?.removeAttribute('data-over'),
      drop(_: number, card: Card) {
        justDropped(card.id)
        void acts.reschedule(card, { day })
      },
    }),
    [acts, day],
  )
  useDropCards(cell, place)
  const name = format.dateTime(at(day), { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const shown = ids.length > SHOWN ? ids.slice(0, SHOWN) : ids
  return (
    <section
      ref={cell}
      data-group={day}
      aria-label={t('dayLabel', { day: name, count: ids.length })}
      className={cx(
        'group/day flex min-h-0 min-w-0 flex-col gap-0.5 p-1 transition-colors duration-120 data-over:bg-accent-soft max-md:py-2',
        isWeekend(day) ? 'bg-n3' : 'bg-panel',
        ids.length === 0 && !isToday && 'max-md:hidden',
      )}
    >
      <div
        className={cx(
          'flex h-5 shrink-0 items-center justify-end px-0.5 text-meta tabular-nums max-md:justify-start',
          inside ? 'text-muted' : 'text-n9',
        )}
      >
        <span
          className={cx(
            'flex h-5 min-w-5 items-center justify-center rounded-full px-1 md:hidden',
            isToday && 'font-semibold text-accent-text',
          )}
          aria-hidden="true"
        >
          {name}
        </span>
        <span
          aria-hidden="true"
          aria-current={isToday ? 'date' : undefined}
          className={cx(
            'flex h-5 min-w-5 items-center justify-center rounded-full px-1 max-md:hidden',
            isToday && 'font-semibold text-accent-text ring-[1.5px] ring-accent ring-inset',
          )}
        >
          {Number(day.slice(8))}
        </span>
      </div>
      <ul className="@container flex min-h-0 flex-col gap-0.5">
        {shown.map((id) => (
          <li key={id} className="min-w-0">
            <DayCard id={id} day={day} />
          </li>
        ))}
      </ul>
      {ids.length > SHOWN ? (
        <MoreButton
          // What it opens is loaded with these ids.
          key={ids.join()}
          ids={ids}
          day={day}
          name={name}
          label={t('moreLabel', { count: ids.length, day: name })}
          className="flex h-5 shrink-0 items-center self-start rounded-mark px-1.5 text-meta font-medium text-muted hover:bg-hover hover:text-fg touch:h-11"
        >
          {t('more', { count: ids.length - SHOWN })}
        </MoreButton>
      ) : null}
    </section>
  )
})
