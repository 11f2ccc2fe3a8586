import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekday } from '../time/calendar.rules.ts'
import {
  daysOf,
  HORIZON_DAYS,
  nthOf,
  type Repeat,
  type RepeatRule,
  repeatRule,
  slotsAhead,
  weeklyFrom,
} from './series.rules.ts'

const take = (rule: RepeatRule, first: string, count: number) => {
  const days = daysOf(rule, first)
  return Array.from({ length: count }, () => days.next().value as string)
}

describe('the days of a rule', () => {
  it.each<[string, RepeatRule, string, string[]]>([
    ['each day', { every: 'day', step: 1 }, '2026-12-30', ['2026-12-31', '2027-01-01', '2027-01-02']],
    ['each third day', { every: 'day', step: 3 }, '2026-11-23', ['2026-11-26', '2026-11-29', '2026-12-02']],
    [
      'weekly',
      { every: 'week', step: 1, weekdays: [1] },
      '2026-11-23',
      ['2026-11-30', '2026-12-07', '2026-12-14'],
    ],
    [
      'on the rest of the first week too',
      { every: 'week', step: 1, weekdays: [5, 1, 3] },
      '2026-11-25',
      ['2026-11-27', '2026-11-30', '2026-12-02'],
    ],
    [
      'every other week, on a day before that of the first',
      { every: 'week', step: 2, weekdays: [1, 4] },
      '2026-11-25',
      ['2026-11-26', '2026-12-07', '2026-12-10'],
    ],
    [
      'on the 31st, or the last day of a shorter month',
      { every: 'month', step: 1, on: { day: 31 } },
      '2026-12-31',
      ['2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    [
      'on the 29th in February of a leap year',
      { every: 'month', step: 12, on: { day: 29 } },
      '2026-02-28',
      ['2027-02-28', '2028-02-29', '2029-02-28'],
    ],
    [
      'on the second Tuesday',
      { every: 'month', step: 1, on: { nth: 2, weekday: 2 } },
      '2026-11-10',
      ['2026-12-08', '2027-01-12', '2027-02-09'],
    ],
    [
      'on the last Friday, of the first month too',
      { every: 'month', step: 1, on: { nth: -1, weekday: 5 } },
      '2026-11-23',
      ['2026-11-27', '2026-12-25', '2027-01-29'],
    ],
    [
      'quarterly on the first Monday',
      { every: 'month', step: 3, on: { nth: 1, weekday: 1 } },
      '2026-11-02',
      ['2027-02-01', '2027-05-03', '2027-08-02'],
    ],
  ])('%s', (_, rule, first, wanted) => expect(take(rule, first, wanted.length)).toEqual(wanted))

  it.each([
    ['2026-11-23', 4, 1],
    ['2026-11-30', -1, 1],
    ['2026-11-01', 1, 7],
  ])('%s is weekday number %i of its month', (day, nth, weekday) =>
    expect(nthOf(day)).toEqual({ nth, weekday }),
  )
})

const utc = (text: string) => Date.parse(`${text}Z`)
const repeat = (more: Partial<Repeat> = {}): Repeat => ({
  rule: { every: 'day', step: 1 },
  end: null,
  firstDay: '2026-03-27',
  time: '02:30',
  zone: 'Europe/Berlin',
  ...more,
})

describe('slots ahead', () => {
  it('takes the next valid minute of a skipped hour, and goes back to its own', () => {
    const locals = slotsAhead(repeat(), utc('2026-03-27T12:00')).map(({ local }) => local)
    expect(locals.slice(0, 3)).toEqual(['2026-03-28T02:30', '2026-03-29T03:00', '2026-03-30T02:30'])
  })

  it('takes the first of a doubled hour, once', () => {
    const slots = slotsAhead(repeat({ firstDay: '2026-10-23' }), utc('2026-10-23T12:00'))
    const [on] = slots.filter(({ day }) => day === '2026-10-25')
    expect(on?.at).toBe(utc('2026-10-25T00:30'))
    expect(slots.filter(({ local }) => local.startsWith('2026-10-25'))).toHaveLength(1)
  })

  it('leaves out a day that its zone left out', () => {
    const apia = repeat({ firstDay: '2011-12-28', zone: 'Pacific/Apia', time: '09:00' })
    const days = slotsAhead(apia, utc('2011-12-27T00:00')).map(({ day }) => day)
    expect(days.slice(0, 2)).toEqual(['2011-12-29', '2011-12-31'])
  })

  it.each<[string, Partial<Repeat>, string, string[]]>([
    [
      'until a day, included',
      { end: { until: '2026-03-29' } },
      '2026-03-27T12:00',
      ['2026-03-28', '2026-03-29'],
    ],
    [
      'so many times, the first counted',
      { end: { times: 3 } },
      '2026-03-27T12:00',
      ['2026-03-28', '2026-03-29'],
    ],
    ['so many times, those gone by counted', { end: { times: 3 } }, '2026-03-28T12:00', ['2026-03-29']],
    ['nothing after its end', { end: { times: 3 } }, '2026-04-28T12:00', []],
  ])('%s', (_, more, now, wanted) =>
    expect(slotsAhead(repeat(more), utc(now)).map(({ day }) => day)).toEqual(wanted),
  )

  const zones = [
    'UTC',
    'Asia/Seoul',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  ]
  const two = (value: number) => String(value).padStart(2, '0')
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
  const step = fc.integer({ min: 1, max: 9 })
  const rules: fc.Arbitrary<RepeatRule> = fc.oneof(
    fc.record({ every: fc.constant('day' as const), step }),
    fc.record({ every: fc.constant('week' as const), step, weekdays }),
    fc.record({
      every: fc.constant('month' as const),
      step,
      on: fc.oneof(
        fc.record({ day: fc.integer({ min: 1, max: 31 }) }),
        fc.record({
          nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
          weekday: fc.integer({ min: 1, max: 7 }),
        }),
      ),
    }),
  )
  const repeats = fc.record({
    rule: rules,
    end: fc.constant(null),
    firstDay: fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2020-01-01', days)),
    time: fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
    zone: fc.constantFrom(...zones),
  })
  const within = HORIZON_DAYS * 86_400_000

  it('ascend, lie within 90 days, never two on a day, each on a day of its rule at its local time', () => {
    fc.assert(
      fc.property(repeats, fc.integer({ min: -200, max: 800 }), (one, shift) => {
        const now = utc(`${addDays(one.firstDay, shift)}T10:00`)
        const slots = slotsAhead(one, now)
        for (const [i, slot] of slots.entries()) {
          expect(slot.at).toBeGreaterThan(now)
          expect(slot.at).toBeLessThanOrEqual(now + within)
          expect(slot.day > one.firstDay).toBe(true)
          const before = slots[i - 1]
          if (before) {
            expect(slot.at).toBeGreaterThan(before.at)
            expect(slot.local.slice(0, 10) > before.local.slice(0, 10)).toBe(true)
          }
          if (one.rule.every === 'week') expect(one.rule.weekdays).toContain(weekday(slot.day))
        }
        expect(repeatRule.safeParse(one.rule).success).toBe(true)
      }),
    )
  })

  it('are the same looked at a day later, but for what has gone by and what has come near', () => {
    fc.assert(
      fc.property(repeats, fc.integer({ min: 0, max: 800 }), (one, shift) => {
        const now = utc(`${addDays(one.firstDay, shift)}T10:00`)
        const later = now + 86_400_000
        const today = slotsAhead(one, now).filter(({ at }) => at > later)
        expect(slotsAhead(one, later).filter(({ at }) => at <= now + within)).toEqual(today)
      }),
    )
  })

  it('begin with the weekday of the first', () =>
    expect(weeklyFrom('2026-11-23')).toEqual({ every: 'week', step: 1, weekdays: [1] }))
})
