import { useSearchParams } from '@remix-run/react'
import type { CalendarView } from '#server/time/calendar-view.rules.ts'
import { usePath } from '../live/directory.tsx'

/** The parameters of the calendar's own; filters are others. */
export const OWN_PARAMS = ['view', 'month', 'date', 'tray'] as const

/** Addresses of the calendar: another view, another time; filters and the tray stay. `date` is `YYYY-MM-DD`. */
export function useCalendarAddress(): (to: { view: CalendarView; date: string; tray?: boolean }) => string {
  const path = usePath()
  const [params] = useSearchParams()
  return ({ view, date, tray }) => {
    const next = new URLSearchParams(params)
    for (const name of ['view', 'month', 'date']) next.delete(name)
    if (view !== 'month') next.set('view', view)
    if (view === 'week' || view === 'day') next.set('date', date)
    else next.set('month', date.slice(0, 7))
    if (tray === true) next.set('tray', '1')
    if (tray === false) next.delete('tray')
    return `${path('calendar')}?${next}`
  }
}
