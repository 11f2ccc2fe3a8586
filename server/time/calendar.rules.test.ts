import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  byDay,
  dayKey,
  dayRange,
  minuteOfDay,
  monthRange,
  weekday,
  weekKey,
  weekRange,
} from './calendar.rules.ts'

const ZONES = [
  'UTC',
  'Asia/Seoul',
  'Europe/Berlin',
  'Africa/Cairo',
  'Pacific/Apia',
  'America/Santiago',
  'Pacific/Kiritimati',
]
const instant = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2037, 0) })
const anyZone = fc.constantFrom(...ZONES)
const firstDay = fc.constantFrom(1, 6, 7)

describe('a calendar', () => {
  it('shows every instant in the day, week and month it belongs to', () => {
    fc.assert(
      fc.property(instant, anyZone, firstDay, (at, zone, first) => {
        const day = dayKey(at, zone)
        for (const range of [
          dayRange(day, zone),
          weekRange(day, zone, first),
          monthRange(day, zone, first),
        ]) {
          expect(range.days).toContain(day)
          expect(range.from).toBeLessThanOrEqual(at)
          expect(range.to).toBeGreaterThan(at)
        }
      }),
    )
  })

  it('loses nothing: every thing inside a range stands under exactly one of its days', () => {
    fc.assert(
      fc.property(
        instant,
        anyZone,
        firstDay,
        fc.array(fc.double({ min: 0, max: 0.999999999, noNaN: true })),
        (at, zone, first, where) => {
          const { days, from, to } = monthRange(dayKey(at, zone), zone, first)
          const things = where.map((part) => ({ at: Math.floor(from + part * (to - from)) }))
          const placed = [...byDay(things, days, zone).values()].flat()
          expect(placed).toHaveLength(things.length)
        },
      ),
    )
  })

  it('has no gap or overlap between one week and the next', () => {
    fc.assert(
      fc.property(instant, anyZone, (at, zone) => {
        const week = weekRange(dayKey(at, zone), zone)
        expect(weekRange(addDays(week.days[0]!, 7), zone).from).toBe(week.to)
      }),
    )
  })

  it.each([
    ['2026-02-14', 1, 35, '2026-01-26', '2026-03-01'],
    ['2026-02-14', 7, 28, '2026-02-01', '2026-02-28'],
    ['2026-08-31', 1, 42, '2026-07-27', '2026-09-06'],
  ])('month of %s from weekday %i: %i days, %s to %s', (day, first, count, from, to) => {
    const { days } = monthRange(day, 'Asia/Seoul', first)
    expect([days.length, days[0], days.at(-1)]).toEqual([count, from, to])
  })

  it('knows days of 23 and 25 hours', () => {
    const hours = (day: string) => {
      const { from, to } = dayRange(day, 'Europe/Berlin')
      return (to - from) / 3_600_000
    }
    expect([hours('2026-03-29'), hours('2026-03-30'), hours('2026-10-25')]).toEqual([23, 24, 25])
  })

  it('names days, weeks and minutes in the zone', () => {
    const at = Date.UTC(2026, 11, 31, 20, 15)
    expect([dayKey(at, 'UTC'), dayKey(at, 'Asia/Seoul')]).toEqual(['2026-12-31', '2027-01-01'])
    expect([minuteOfDay(at, 'UTC'), minuteOfDay(at, 'Asia/Seoul')]).toEqual([1215, 315])
    expect([weekKey('2026-11-22'), weekKey('2026-11-22', 7), weekday('2026-11-22')]).toEqual([
      '2026-11-16',
      '2026-11-22',
      7,
    ])
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  })
})
