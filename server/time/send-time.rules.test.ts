import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asksFirst,
  localMinute,
  moveToDay,
  resolveSendTime,
  SOON,
  sendTimeAt,
  zone,
  zones,
} from './send-time.rules.ts'

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
  'America/Santiago',
  'Asia/Gaza',
]
const instant = fc.integer({ min: utc('2005-01-01T00:00'), max: utc('2037-12-31T00:00') })

describe('a send time', () => {
  it.each([
    ['2026-07-01T09:00', 'Asia/Seoul', '2026-07-01T09:00', utc('2026-07-01T00:00'), null],
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T01:59', utc('2026-03-29T00:59'), null],
    ['2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T03:00', utc('2026-03-29T01:00'), 'skippedHour'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T03:00', utc('2026-03-29T01:00'), 'skippedHour'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T03:00', utc('2026-03-29T01:00'), null],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T02:30', utc('2026-10-25T00:30'), 'doubledHour'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T03:00', utc('2026-10-25T02:00'), null],
    ['2026-03-08T02:15', 'America/New_York', '2026-03-08T03:00', utc('2026-03-08T07:00'), 'skippedHour'],
    ['2026-11-01T01:15', 'America/New_York', '2026-11-01T01:15', utc('2026-11-01T05:15'), 'doubledHour'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T02:30', utc('2026-10-03T15:30'), 'skippedHour'],
    ['2026-04-24T00:10', 'Africa/Cairo', '2026-04-24T01:00', utc('2026-04-23T22:00'), 'skippedHour'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-31T00:00', utc('2011-12-30T10:00'), 'skippedHour'],
  ] as const)('%s %s', (local, zone, becomes, at, notice) => {
    expect(resolveSendTime(local, zone)).toEqual({ local: becomes, zone, at, notice })
  })

  it('comes back from its instant, or is the first of two', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
        const time = sendTimeAt(at, zone)
        const back = resolveSendTime(time.local, zone)
        expect(at - time.at).toBeLessThan(60_000)
        expect(back.local).toBe(time.local)
        if (back.notice === 'doubledHour') expect(back.at).toBeLessThanOrEqual(time.at)
        else expect(back).toEqual({ ...time, notice: null })
      }),
    )
  })

  it('moves to another day at the same hour', () => {
    expect(moveToDay({ local: '2026-03-28T02:30', zone: 'Europe/Berlin' }, '2026-03-29').notice).toBe(
      'skippedHour',
    )
    expect(moveToDay({ local: '2026-03-28T09:30', zone: 'Europe/Berlin' }, '2026-03-30').at).toBe(
      utc('2026-03-30T07:30'),
    )
  })

  it.each([
    ['2026-02-30T09:00', false],
    ['2026-01-01T24:00', false],
    ['2026-01-01T09:00:30', false],
    ['2026-01-01 09:00', false],
    ['2028-02-29T23:59', true],
  ])('%s is valid: %s', (local, valid) => expect(localMinute.safeParse(local).success).toBe(valid))

  it.each([
    ['Asia/Seoul', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['+09:00', false],
    ['', false],
  ])('zone %s: %s', (name, valid) => expect(zone.safeParse(name).success).toBe(valid))

  it('offers only zones it accepts', () => {
    expect(zones()).toContain('UTC')
    expect(zones()).toContain('Asia/Seoul')
    for (const name of zones()) expect(zone.safeParse(name).success).toBe(true)
  })

  it.each([
    [-1, 'past'],
    [0, 'soon'],
    [SOON - 1, 'soon'],
    [SOON, null],
  ])('%i ms ahead asks: %s', (ahead, answer) => expect(asksFirst(1_000_000 + ahead, 1_000_000)).toBe(answer))
})
