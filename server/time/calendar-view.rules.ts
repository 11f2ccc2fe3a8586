import { addDays, addMonths, monthRange, weekRange } from './calendar.rules.ts'

/** The drawings of the calendar. */
export const CALENDAR_VIEWS = ['month', 'week', 'day', 'list', 'feed'] as const
export type CalendarView = (typeof CALENDAR_VIEWS)[number]

const isMonth = (text: string) => /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text)
const isDay = (text: string) =>
  /^(19|20)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text

/** What an address asks for; what makes no sense in it is today's month. `date` is a day of what is shown. */
export function viewOf(params: URLSearchParams, today: string): { view: CalendarView; date: string } {
  const view = CALENDAR_VIEWS.find((one) => one === params.get('view')) ?? 'month'
  const [month, date] = [params.get('month') ?? '', params.get('date') ?? '']
  if (view === 'week' || view === 'day') {
    if (isDay(date)) return { view, date }
    return { view, date: isMonth(month) && !today.startsWith(month) ? `${month}-01` : today }
  }
  if (isMonth(month)) return { view, date: `${month}-01` }
  return { view, date: `${(isDay(date) ? date : today).slice(0, 7)}-01` }
}

export interface ViewRange {
  /** The days shown, `YYYY-MM-DD`. */
  days: string[]
  /** A day of what comes before and after. */
  previous: string
  next: string
}

/** What a view shows around a day. `firstDay` of weeks is ISO: 1 Monday to 7 Sunday. */
export function rangeOfView(view: CalendarView, date: string, zone: string, firstDay: number): ViewRange {
  // The pictures of a channel: whenever they go out.
  if (view === 'feed') return { days: [], previous: date, next: date }
  if (view === 'day') return { days: [date], previous: addDays(date, -1), next: addDays(date, 1) }
  if (view === 'week')
    return {
      days: weekRange(date, zone, firstDay).days,
      previous: addDays(date, -7),
      next: addDays(date, 7),
    }
  const { days } = monthRange(date, zone, firstDay)
  return {
    days: view === 'list' ? days.filter((day) => day.startsWith(date.slice(0, 7))) : days,
    previous: addMonths(date, -1),
    next: addMonths(date, 1),
  }
}
