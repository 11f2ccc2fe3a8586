import { describe, expect, it } from 'vitest'
import { CALENDAR_VIEWS, rangeOfView, viewOf } from './calendar-view.rules.ts'

const TODAY = '2026-11-23'

describe('the calendar’s address', () => {
  it.each([
    ['', 'month', '2026-11-01'],
    ['month=2026-02', 'month', '2026-02-01'],
    ['month=2026-13', 'month', '2026-11-01'],
    ['view=list&month=2027-01', 'list', '2027-01-01'],
    ['view=week', 'week', TODAY],
    ['view=feed&channel=c', 'feed', '2026-11-01'],
    ['view=week&date=2026-12-31', 'week', '2026-12-31'],
    ['view=day&date=2026-02-30', 'day', TODAY],
    ['view=day&date=2028-02-29', 'day', '2028-02-29'],
    // From a month into its weeks: where one is, or its beginning.
    ['view=week&month=2026-11', 'week', TODAY],
    ['view=week&month=2027-03', 'week', '2027-03-01'],
    // From a day back to its month.
    ['date=2027-03-14', 'month', '2027-03-01'],
    ['view=year&date=9999', 'month', '2026-11-01'],
  ])('%s', (query, view, date) => {
    expect(viewOf(new URLSearchParams(query), TODAY)).toEqual({ view, date })
  })
})

describe('what a view shows', () => {
  it.each([
    ['day', TODAY, [TODAY, TODAY, 1], '2026-11-22', '2026-11-24'],
    ['week', TODAY, ['2026-11-22', '2026-11-28', 7], '2026-11-16', '2026-11-30'],
    ['month', '2026-11-01', ['2026-11-01', '2026-12-05', 35], '2026-10-01', '2026-12-01'],
    ['list', '2026-11-01', ['2026-11-01', '2026-11-30', 30], '2026-10-01', '2026-12-01'],
  ] as const)('%s', (view, date, [first, last, count], previous, next) => {
    const range = rangeOfView(view, date, 'Asia/Seoul', 7)
    expect([range.days[0], range.days.at(-1), range.days.length]).toEqual([first, last, count])
    expect([range.previous, range.next]).toEqual([previous, next])
  })

  it.each(CALENDAR_VIEWS)('%s: there and back is the same, over a year’s end too', (view) => {
    const days = (date: string) => rangeOfView(view, date, 'Europe/Berlin', 1).days
    const date = view === 'month' || view === 'list' ? '2026-12-01' : '2026-12-30'
    const { next } = rangeOfView(view, date, 'Europe/Berlin', 1)
    expect(days(rangeOfView(view, next, 'Europe/Berlin', 1).previous)).toEqual(days(date))
  })
})
