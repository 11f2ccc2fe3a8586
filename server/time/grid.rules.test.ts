import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayKey, minuteOfDay } from './calendar.rules.ts'
import { doubledIn, localOf, placeTime, snap, stepTime } from './grid.rules.ts'

const utc = (text: string) => Date.parse(`${text}Z`)
const ZONES = [
  'UTC',
  'Asia/Seoul',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Cairo',
]
const anyZone = fc.constantFrom(...ZONES)
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2012-02-01', days))
const anyMinute = fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15)

describe('a place in an hour grid', () => {
  it.each([
    [0, 0],
    [14.9, 0],
    [15, 15],
    [-40, 0],
    [1439, 1425],
    [5000, 1425],
  ])('minute %d belongs to step %d', (minute, step) => expect(snap(minute)).toBe(step))

  it('is written as people write it', () =>
    expect(localOf({ day: '2026-03-09', minute: 545 })).toBe('2026-03-09T09:05'))

  it.each([
    // On one's own clocks.
    ['2026-07-01', 555, 'Asia/Seoul', 'Asia/Seoul', '2026-07-01T09:15', utc('2026-07-01T00:15'), null],
    // What keeps the zone it had says its own time, on its own day.
    ['2026-07-01', 1200, 'Europe/Berlin', 'Asia/Seoul', '2026-07-02T03:00', utc('2026-07-01T18:00'), null],
    // My clocks have no such hour: the next minute that exists.
    [
      '2026-03-29',
      150,
      'Europe/Berlin',
      'Asia/Seoul',
      '2026-03-29T10:00',
      utc('2026-03-29T01:00'),
      'skippedHour',
    ],
    // My clocks show it twice: the first.
    [
      '2026-10-25',
      150,
      'Europe/Berlin',
      'Europe/Berlin',
      '2026-10-25T02:30',
      utc('2026-10-25T00:30'),
      'doubledHour',
    ],
    // Its clocks show it twice, and mine the second: only the first can be written down.
    ['2026-10-25', 90, 'UTC', 'Europe/Berlin', '2026-10-25T02:30', utc('2026-10-25T00:30'), 'doubledHour'],
    // An hour that its zone skips is none of mine.
    ['2026-03-29', 90, 'UTC', 'Europe/Berlin', '2026-03-29T03:30', utc('2026-03-29T01:30'), null],
  ] as const)('%s %i of %s, kept in %s', (day, minute, axis, zone, local, at, notice) => {
    expect(placeTime({ day, minute }, axis, zone)).toEqual({ local, zone, at, notice })
  })

  it('stands afterwards where it was put, unless clocks change there', () => {
    fc.assert(
      fc.property(anyDay, anyMinute, anyZone, anyZone, (day, minute, axis, zone) => {
        const time = placeTime({ day, minute }, axis, zone)
        if (time.notice === null)
          expect([dayKey(time.at, axis), minuteOfDay(time.at, axis)]).toEqual([day, minute])
        // A skipped hour goes on to what comes after it, a doubled one may go back by what clocks go back.
        else if (time.notice === 'skippedHour') expect(dayKey(time.at, axis) >= day).toBe(true)
        else expect(Math.abs(minuteOfDay(time.at, axis) - minute) % 1380).toBeLessThanOrEqual(60)
        expect(time.zone).toBe(zone)
      }),
      { numRuns: 400 },
    )
  })
})

describe('minutes that clocks show twice', () => {
  it.each([
    ['Europe/Berlin', '2027-10-31', 120, 180, '2027-10-31T01:00'],
    ['America/New_York', '2027-11-07', 60, 120, '2027-11-07T06:00'],
    ['Australia/Lord_Howe', '2027-04-04', 90, 120, '2027-04-03T15:00'],
  ])('in %s on %s', (zone, day, from, to, at) =>
    expect(doubledIn([addDays(day, -1), day], zone)).toEqual({ day, from, to, at: utc(at) }),
  )

  it('are on no other day, and none where clocks go forward or never change', () => {
    expect(doubledIn(['2027-10-30', '2027-11-01', '2027-03-28'], 'Europe/Berlin')).toBeNull()
    expect(doubledIn(['2027-10-31'], 'Asia/Seoul')).toBeNull()
  })

  it('are two places: what keeps another zone goes to either, one’s own to the first', () => {
    const place = { day: '2027-10-31', minute: 150 }
    const at = (zone: string, again: boolean) => placeTime({ ...place, again }, 'Europe/Berlin', zone)
    expect(at('UTC', false)).toMatchObject({ local: '2027-10-31T00:30', notice: 'doubledHour' })
    expect(at('UTC', true)).toMatchObject({ local: '2027-10-31T01:30', notice: null })
    expect(at('Europe/Berlin', true)).toMatchObject({ at: utc('2027-10-31T00:30'), notice: 'doubledHour' })
  })
})

describe('a step in time', () => {
  it.each([
    // Over a skipped hour, to what exists.
    ['Europe/Berlin', '2027-03-28T00:45', 15, '2027-03-28T03:00'],
    ['Europe/Berlin', '2027-03-28T01:00', -15, '2027-03-28T01:45'],
    // From the first of a doubled hour to what comes after both, never back.
    ['Europe/Berlin', '2027-10-31T00:45', 15, '2027-10-31T03:00'],
    ['Europe/Berlin', '2027-10-31T02:00', -15, '2027-10-31T02:45'],
    ['UTC', '2027-10-31T00:45', 15, '2027-10-31T01:00'],
  ])('in %s from %s by %d', (zone, from, by, local) =>
    expect(stepTime(utc(from), by, zone)).toMatchObject({ local }),
  )

  it('goes the way one wants, in every zone', () =>
    fc.assert(
      fc.property(anyDay, anyMinute, anyZone, fc.constantFrom(-15, 15), (day, minute, zone, by) => {
        const { at } = placeTime({ day, minute }, zone, zone)
        expect(Math.sign(stepTime(at, by, zone).at - at)).toBe(Math.sign(by))
      }),
    ))
})
