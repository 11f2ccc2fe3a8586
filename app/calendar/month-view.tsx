import { useEffect, useRef } from 'react'
import { Cursors } from '../live/presence/cursors.tsx'
import type { CalendarData } from './calendar.tsx'
import { MonthGrid } from './month-grid.tsx'
import { useHolidays } from './use-holidays.ts'

/** A month of posts, each on the day of its own zone. */
export function MonthView({ data, surface }: { data: CalendarData; surface: string }) {
  const scroller = useRef<HTMLDivElement>(null)
  const holidays = useHolidays(data.days)
  useEffect(() => {
    // On a phone the days are a list: it begins where one is, not four weeks ago.
    const list = scroller.current
    const day = list?.querySelector<HTMLElement>(`[data-group="${data.today}"]`)
    if (!list || !day) return
    const before = day.previousElementSibling
    const first = before?.matches('[data-cadence]') ? before : day
    const [here, of] = [day.getBoundingClientRect(), list.getBoundingClientRect()]
    // A wide screen shows weeks: no further than it takes to see the one that one is in.
    if (window.innerWidth < 768) list.scrollTop += first.getBoundingClientRect().top - of.top
    else list.scrollTop += Math.max(0, here.bottom - of.bottom)
  }, [data.today])
  return (
    <div
      ref={scroller}
      data-scroller=""
      data-paper="small"
      className="min-h-0 min-w-0 flex-1 overflow-y-auto"
    >
      <Cursors surface={surface} className="flex min-h-full flex-col">
        <MonthGrid days={data.days} month={data.date.slice(0, 7)} today={data.today} holidays={holidays} />
      </Cursors>
    </div>
  )
}
