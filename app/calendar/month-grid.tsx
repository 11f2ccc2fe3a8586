import { type CSSProperties, Fragment, memo, useMemo, useRef } from 'react'
import { useFormatter } from 'use-intl'
import type { HolidayMark } from '#server/holiday/holiday.rules.ts'
import type { Card } from '#server/post/card.rules.ts'
import { useBoard, useGroup } from '../board/board-context.tsx'
import { justDropped } from '../board/glide.ts'
import { useDropCards } from '../board/use-drag.ts'
import { cx } from '../ui/cx.ts'
import { CadenceStrip } from './cadence-strip.tsx'
import { useCalendarWords } from './calendar-words.ts'
import { CampaignBars, LANE } from './campaign-bars.tsx'
import { CampaignEnds } from './campaign-ends.tsx'
import { DayList } from './day-list.tsx'
import { DayPeople } from './day-people.tsx'
import { HolidayNames } from './holiday-names.tsx'
import { MoreButton } from './more-button.tsx'
import { type BarEnds, useBarEnds, useBars } from './use-bars.ts'
import { useCadence } from './use-cadence.ts'
import { usePrinting } from './use-printing.ts'
import { useRoomyCells } from './use-roomy-cells.ts'

/** Cards that a cell shows before "+N more". Cells never grow. */
const SHOWN = 3
/** From the top of a cell to the first campaign over it, px: below its number. */
const FIRST_LANE = 26

const NO_DAYS: readonly string[] = []
const at = (day: string) => new Date(`${day}T12:00Z`)
const isWeekend = (day: string) => [0, 6].includes(at(day).getUTCDay())

interface MonthGridProps {
  /** how many days are side by side */
  across?: number
  days: readonly string[]
  month: string
  today: string
  holidays: ReadonlyMap<string, readonly HolidayMark[]>
  /** every post of a day, at its time on my own clocks: days by hours as they are on paper */
  mine?: boolean
}

/** Weeks by days, campaigns over them; on a phone a list of the days on which something is. */
export function MonthGrid({ across = 7, days, month, today, holidays, mine = false }: MonthGridProps) {
  const format = useFormatter()
  const ends = useBarEnds()
  const cadence = useCadence(across === 7 ? days : NO_DAYS, 7, today)
  const printing = usePrinting() || mine
  const bars = useBars(days, across, printing)
  const grid = useRef<HTMLDivElement>(null)
  const roomy = useRoomyCells(grid, across)
  // A row is as high as it needs to be for its campaigns and the cards that a cell shows.
  const extra = bars.lanes.map((lanes, i) => (lanes + (cadence[i]?.length ? 1 : 0)) * LANE)
  const rows = extra.map((height) => `minmax(calc(${printing ? 4 : 7.25}rem + ${height}px), auto)`).join(' ')
  // On a phone a week's cadence comes before its days, in the one that one is in before today: there the list begins.
  const stripAt = cadence.map((marks, week) => {
    const now = days.indexOf(today)
    return marks.length ? Math.max(week * 7, Math.floor(now / 7) === week ? now : 0) : -1
  })
  // Of whole pixels but the last: between columns of broken width the line is lost here and there.
  const whole = `minmax(0, round(down, 100% / ${across}, 1px))`
  const columns = {
    '--across': across > 1 ? `repeat(${across - 1}, ${whole}) minmax(0, 1fr)` : 'minmax(0, 1fr)',
  } as CSSProperties
  return (
    <>
      {printing ? null : (
        <div
          className="sticky top-0 z-20 grid grid-cols-(--across) bg-canvas text-meta text-subtle max-md:hidden"
          aria-hidden="true"
          style={columns}
        >
          {days.slice(0, across).map((day) => (
            <span key={day} className="px-2 pb-1 text-right">
              {format.dateTime(at(day), { weekday: 'short', timeZone: 'UTC' })}
            </span>
          ))}
        </div>
      )}
      <div
        ref={grid}
        className={cx(
          'grid min-h-0 flex-1 grid-cols-1 gap-x-0 gap-y-px overflow-clip rounded-card bg-line ring-1 ring-line max-md:rounded-none max-md:bg-transparent max-md:ring-0 md:grid-cols-(--across) md:[grid-template-rows:var(--rows)]',
          !printing && '@container/month',
        )}
        data-weeks=""
        style={{ '--rows': rows, ...columns } as CSSProperties}
      >
        {days.map((day, i) => {
          const week = Math.floor(i / across)
          return (
            <Fragment key={day}>
              {i === stripAt[week] ? <CadenceStrip marks={cadence[week] ?? []} row={week + 1} /> : null}
              <Day
                day={day}
                place={`${week + 1} / ${(i % across) + 1}`}
                last={i % across === across - 1}
                lanes={bars.lanes[week] ?? 0}
                holidays={holidays.get(day)}
                ends={ends.get(day)}
                inside={day.startsWith(month)}
                isToday={day === today}
                whole={printing}
                mine={mine}
                roomy={roomy}
              />
            </Fragment>
          )
        })}
        <CampaignBars bars={bars} top={FIRST_LANE} />
      </div>
    </>
  )
}

interface DayProps {
  day: string
  /** row and column of the grid */
  place: string
  /** of its week */
  last: boolean
  /** how many campaigns run one below the other over its week */
  lanes: number
  holidays: readonly HolidayMark[] | undefined
  ends: BarEnds | undefined
  inside: boolean
  isToday: boolean
  /** every post of it: paper has no button for the rest */
  whole: boolean
  mine: boolean
  roomy: boolean
}

const Day = memo(function Day({
  day,
  place: area,
  last,
  lanes,
  holidays,
  ends,
  inside,
  isToday,
  whole,
  mine,
  roomy,
}: DayProps) {
  const t = useCalendarWords()
  const format = useFormatter()
  const { acts } = useBoard()
  const ids = useGroup(day)
  const cell = useRef<HTMLElement>(null)
  const place = useMemo(
    () => ({
      over: () => cell.current?.toggleAttribute('data-over', true),
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
  const shown = ids.length > SHOWN && !whole ? ids.slice(0, SHOWN) : ids
  return (
    <section
      ref={cell}
      data-group={day}
      aria-label={[
        t('dayLabel', { day: name, count: ids.length }),
        ...(holidays ?? []).map((one) => one.name),
      ].join(', ')}
      className={cx(
        // What lies below a pointer is looked for in one day, not among the layers of all cards.
        'flex min-h-0 min-w-0 flex-col contain-paint md:[grid-area:var(--area)] gap-0.5 p-1 transition-colors duration-120 data-over:bg-accent-soft max-md:py-2',
        isWeekend(day) ? 'bg-n3' : 'bg-panel',
        !last && 'md:border-r md:border-line',
        ids.length === 0 && !isToday && !ends && 'max-md:hidden',
      )}
      style={{ '--area': area, '--bars': `${lanes * LANE}px` } as CSSProperties}
    >
      <div
        className={cx(
          'flex h-5 min-w-0 shrink-0 items-center justify-end px-0.5 text-meta tabular-nums max-md:justify-start',
          inside ? 'text-muted' : 'text-n9',
        )}
      >
        {holidays && !whole ? (
          <HolidayNames marks={holidays} className="mr-auto max-md:order-last max-md:ml-2" />
        ) : null}
        <DayPeople day={day} className="mr-auto max-md:order-last max-md:mr-0 max-md:ml-auto" />
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
            'flex h-5 min-w-5 shrink-0 items-center justify-center rounded-full px-1 whitespace-nowrap max-md:hidden',
            isToday && 'font-semibold text-accent-text ring-[1.5px] ring-accent ring-inset',
          )}
        >
          {/* A second sheet has no heading: each day says its own weekday. */}
          {whole ? `${format.dateTime(at(day), { weekday: 'short', timeZone: 'UTC' })} ` : ''}
          {Number(day.slice(8))}
        </span>
      </div>
      {ends ? <CampaignEnds ends={ends} /> : null}
      {holidays && whole ? (
        // Paper has no tooltip: the name is written whole, under the campaigns.
        <HolidayNames marks={holidays} plain className="px-0.5 leading-4 wrap-anywhere md:mt-(--bars)" />
      ) : null}
      <div
        className="contents"
        style={(holidays && whole ? { '--bars': '0px' } : undefined) as CSSProperties | undefined}
      >
        <DayList day={day} ids={shown} whole={whole} mine={mine} roomy={roomy} />
      </div>
      {ids.length > shown.length ? (
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
