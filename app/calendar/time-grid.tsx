import { Link } from '@remix-run/react'
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import { useFormatter, useLocale } from 'use-intl'
import type { HolidayMark } from '#server/holiday/holiday.rules.ts'
import { dayIn, isForeign, minuteIn, writeHour, zoneName } from '#server/i18n/date-format.rules.ts'
import type { Doubled } from '#server/time/grid.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Cursors } from '../live/presence/cursors.tsx'
import { useClock } from '../ui/clock.ts'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useCalendarAddress } from './address.ts'
import { CadenceLine, CadenceStrip } from './cadence-strip.tsx'
import type { CalendarData } from './calendar.tsx'
import { useCalendarWords } from './calendar-words.ts'
import { CampaignBars, LANE } from './campaign-bars.tsx'
import { CampaignEnds } from './campaign-ends.tsx'
import { DayColumn } from './day-column.tsx'
import { DayPeople } from './day-people.tsx'
import { HolidayNames, useHolidayWords } from './holiday-names.tsx'
import { HourScaleProvider, hourScale, topOf, useHourScale } from './hour-scale.ts'
import { OutOfSight } from './out-of-sight.tsx'
import { useBarEnds, useBars } from './use-bars.ts'
import { useBestBands } from './use-best-bands.ts'
import { useCadence } from './use-cadence.ts'

/** Minutes that the mark of now covers on either side. */
const COVERED = 13
const HOUR_MS = 3_600_000
const NO_DAYS: readonly string[] = []
const at = (day: string) => new Date(`${day}T12:00Z`)
const isWeekend = (day: string) => [0, 6].includes(at(day).getUTCDay())

/** How far a zone's clocks are ahead of UTC's, minutes. */
const offsetIn = (zone: string, instant: number) =>
  (Date.parse(`${dayIn(zone, instant)}T00:00Z`) - instant) / 60_000 + minuteIn(zone, instant)

interface TimeGridProps {
  data: CalendarData
  surface: string
  holidays: ReadonlyMap<string, readonly HolidayMark[]>
}

/** Days by hours, on my own clocks; the workspace's beside them where they show another time. */
export function TimeGrid({ data, surface, holidays }: TimeGridProps) {
  const t = useCalendarWords()
  const locale = useLocale()
  const { me, workspace } = useDirectory()
  const { view, date, days, today, hours } = data
  const scroller = useRef<HTMLElement>(null)
  useStartWhereOneIs(scroller, data)
  const noon = hours[12] ?? at(date).getTime()
  const { day: twice, from, to, at: again } = data.doubled ?? {}
  // Every read makes another object of the same change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says, not which it is
  const scale = useMemo(() => hourScale(data.doubled), [twice, from, to, again])
  const bars = useBars(days, days.length)
  const [cadence = []] = useCadence(view === 'week' ? days : NO_DAYS, days.length, today)
  const best = useBestBands(days)
  const lanes = bars.lanes[0] ?? 0
  const zones = [me.zone, workspace.zone].slice(0, isForeign(workspace.zone, me.zone, noon) ? 2 : 1)
  const measures = {
    '--clock': locale.startsWith('ko') ? '3.75rem' : '3rem',
    '--clocks': zones.length,
    gridTemplateColumns: `var(--axis) repeat(${days.length}, minmax(${view === 'day' ? '12rem' : 'var(--least)'}, 1fr))`,
  } as CSSProperties
  const grid = (
    <section
      ref={scroller}
      data-scroller=""
      data-shift={topOf(offsetIn(me.zone, noon))}
      aria-label={t('grid', { zone: me.zone.replaceAll('_', ' ') })}
      className="min-h-0 min-w-0 flex-1 overflow-auto overscroll-contain rounded-card border border-line bg-panel"
    >
      <Cursors surface={surface} className="min-w-fit">
        <div
          className="grid [--axis:calc(var(--clock)*var(--clocks))] [--least:6.5rem] max-md:[--axis:var(--clock)] max-md:[--least:8.5rem]"
          style={measures}
        >
          <div className="sticky top-0 left-0 z-30 flex items-end rounded-tl-card border-r border-b border-line bg-panel pb-1 text-[0.6875rem] text-subtle">
            {zones.map((zone, i) => (
              <span
                key={zone}
                className={cx(
                  'flex-1 truncate px-1 text-right',
                  i === 0 ? 'font-medium text-muted' : 'max-md:hidden',
                )}
                {...tip(t(i === 0 ? 'myZone' : 'workspaceZone', { zone: zone.replaceAll('_', ' ') }))}
              >
                {zoneName(zone, noon, locale)}
              </span>
            ))}
          </div>
          {days.map((day) => (
            <DayHead
              key={day}
              day={day}
              isToday={day === today}
              isLast={day === days.at(-1)}
              isLink={view !== 'day'}
              holidays={holidays.get(day)}
            />
          ))}
          {lanes + cadence.length ? (
            <>
              <div className="sticky top-10 left-0 z-30 border-r border-b border-line bg-panel max-md:hidden" />
              <div
                className="sticky top-10 z-20 col-[2/-1] grid grid-cols-subgrid border-b border-line bg-panel max-md:hidden"
                style={{ height: (lanes + (cadence.length ? 1 : 0)) * LANE + 5 }}
              >
                <CampaignBars bars={bars} top={3} />
                {cadence.length ? <CadenceStrip marks={cadence} row={1} /> : null}
              </div>
            </>
          ) : null}
          <EndsRow days={days} />
          <Axis hours={hours} zones={zones} days={days} />
          {days.map((day) => (
            <DayColumn
              key={day}
              day={day}
              wide={view === 'day'}
              weekend={isWeekend(day)}
              best={best?.get(day)}
            />
          ))}
        </div>
      </Cursors>
    </section>
  )
  return (
    <HourScaleProvider value={scale}>
      {cadence.length ? <CadenceLine marks={cadence} /> : null}
      <div className="relative flex min-h-0 min-w-0 flex-1">
        {grid}
        <OutOfSight scroller={scroller} days={days} />
      </div>
    </HourScaleProvider>
  )
}

/** On a phone, where bars are too thin for a finger: the campaigns that begin or end on these days, under their heads. */
function EndsRow({ days }: { days: readonly string[] }) {
  const ends = useBarEnds()
  if (!days.some((day) => ends.has(day))) return null
  const look = 'sticky top-10 border-b border-line bg-panel md:hidden'
  return (
    <>
      <div className={`${look} left-0 z-30 border-r`} />
      {days.map((day) => (
        <div key={day} className={`${look} z-20 max-h-22 min-w-0 overflow-y-auto not-last:border-r`}>
          <CampaignEnds ends={ends.get(day) ?? []} />
        </div>
      ))}
    </>
  )
}

interface DayHeadProps {
  day: string
  isToday: boolean
  isLast: boolean
  isLink: boolean
  holidays: readonly HolidayMark[] | undefined
}

function DayHead({ day, isToday, isLast, isLink, holidays }: DayHeadProps) {
  const t = useCalendarWords()
  const format = useFormatter()
  const to = useCalendarAddress()
  const sayHolidays = useHolidayWords()
  const name = format.dateTime(at(day), { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const look = cx(
    'flex h-10 min-w-0 items-center justify-center gap-1.5 text-dense tabular-nums',
    isToday ? 'font-semibold text-accent-text' : 'text-muted',
  )
  const inside = (
    <>
      <span className={isToday ? '' : 'text-subtle'}>
        {format.dateTime(at(day), { weekday: 'short', timeZone: 'UTC' })}
      </span>
      <span
        aria-current={isToday ? 'date' : undefined}
        className={cx(
          'flex h-6 min-w-6 items-center justify-center rounded-full px-1 text-body font-medium',
          isToday && 'font-semibold ring-[1.5px] ring-accent ring-inset',
        )}
      >
        {Number(day.slice(8))}
      </span>
      {holidays ? <HolidayNames marks={holidays} plain={isLink} className="max-w-[50%] truncate" /> : null}
      <DayPeople
        day={day}
        className="absolute top-1/2 right-1.5 -translate-y-1/2 rounded-full bg-panel max-md:top-0.5 max-md:right-0.5 max-md:translate-y-0"
      />
    </>
  )
  return (
    <div
      data-day={day}
      className={cx('sticky top-0 z-20 border-b border-line bg-panel', !isLast && 'border-r')}
    >
      {isLink ? (
        <Link
          to={to({ view: 'day', date: day })}
          aria-label={t('openDay', { day: name })}
          className={`${look} -outline-offset-2! hover:bg-hover`}
          {...(holidays && tip(sayHolidays(holidays), { side: 'bottom' }))}
        >
          {inside}
        </Link>
      ) : (
        <span className={look}>{inside}</span>
      )}
    </div>
  )
}

/** The hours, on my clocks first. */
function Axis({
  hours,
  zones,
  days,
}: {
  hours: readonly number[]
  zones: readonly string[]
  days: readonly string[]
}) {
  const locale = useLocale()
  const write = useWriteDate()
  const now = useClock()
  const [own = 'UTC'] = zones
  const here = days.includes(dayIn(own, now))
  const scale = useHourScale()
  const { doubled } = scale
  const minute = scale.at(own, now)
  const beginsAt = (hour: number) => ({ top: topOf(scale.of(hour * 60)) })
  /** Clocks leave this hour out: the instant is that of the next. */
  const skips = (hour: number, i: number) => minuteIn(own, hour) !== i * 60
  return (
    <div
      aria-hidden="true"
      className="sticky left-0 z-10 border-r border-line bg-panel text-[0.6875rem] text-subtle tabular-nums"
      style={{ height: topOf(scale.minutes) }}
    >
      {hours.map((hour, i) =>
        i === 0 ? null : (
          // A skipped hour is the next one's instant.
          // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day are their numbers
          <div key={i} className="absolute inset-x-0 flex -translate-y-1/2" style={beginsAt(i)}>
            {zones.map((zone, z) => (
              <span
                key={zone}
                className={cx(
                  'flex-1 px-1 text-right whitespace-nowrap',
                  z === 0 ? 'text-muted' : 'max-md:hidden',
                  z === 0 && skips(hour, i) && 'text-subtle line-through',
                  // What time it is now stands there.
                  z === 0 && here && Math.abs(scale.of(i * 60) - minute) < COVERED && 'invisible',
                )}
                suppressHydrationWarning
              >
                {skips(hour, i)
                  ? z === 0 && writeHour(i * HOUR_MS, 'UTC', locale)
                  : writeHour(hour, zone, locale)}
                {skips(hour, i) || dayIn(zone, hour) === dayIn(own, hour) ? null : (
                  <sup className="text-[0.5625rem]">{dayIn(zone, hour) > dayIn(own, hour) ? '+1' : '−1'}</sup>
                )}
              </span>
            ))}
          </div>
        ),
      )}
      {doubled ? <Again doubled={doubled} zones={zones} /> : null}
      {here ? (
        <span
          className="absolute left-0 w-(--clock) -translate-y-1/2 bg-red pr-1.5 pl-0.5 text-right font-medium tracking-tight whitespace-nowrap text-n1"
          style={{ top: topOf(minute) }}
          suppressHydrationWarning
        >
          {write(now, 'time', own)}
        </span>
      ) : null}
    </div>
  )
}

/** The hour that clocks show a second time, and by what the two differ. */
function Again({ doubled, zones }: { doubled: Doubled; zones: readonly string[] }) {
  const locale = useLocale()
  const [own = 'UTC'] = zones
  const name = (minute: number, at: number) => (
    <span
      className="absolute left-0 w-(--clock) px-1 pt-1.5 text-right text-[0.5625rem]"
      style={{ top: topOf(minute) }}
    >
      {zoneName(own, at, locale)}
    </span>
  )
  return (
    <>
      {name(doubled.from, doubled.at - 1)}
      {name(doubled.to, doubled.at)}
      <div className="absolute inset-x-0 flex -translate-y-1/2" style={{ top: topOf(doubled.to) }}>
        {zones.map((zone, z) => (
          <span
            key={zone}
            className={cx(
              'flex-1 px-1 text-right whitespace-nowrap',
              z === 0 ? 'text-muted' : 'max-md:hidden',
            )}
          >
            {writeHour(doubled.at, zone, locale)}
          </span>
        ))}
      </div>
    </>
  )
}

/** Begins a little before now, else in the morning or at an earlier post; on a narrow screen with today in sight. */
function useStartWhereOneIs(
  scroller: { current: HTMLElement | null },
  { date, view, today, days }: CalendarData,
) {
  const { me } = useDirectory()
  const zone = me.zone
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each view of each time
  useEffect(() => {
    const list = scroller.current
    if (!list) return
    const tops = [...list.querySelectorAll<HTMLElement>('[data-card]')].map(
      (card) => card.closest('li')?.offsetTop ?? 0,
    )
    const start = days.includes(today)
      ? topOf(Math.max(0, minuteIn(zone, Date.now()) - 120))
      : Math.min(topOf(8 * 60), ...tops)
    list.scrollTop = start - topOf(20)
    const column = list.querySelector<HTMLElement>(`[data-group="${today}"]`)
    if (column && column.offsetLeft + column.offsetWidth > list.clientWidth)
      list.scrollLeft = column.offsetLeft - list.clientWidth / 3
  }, [date, view])
}
