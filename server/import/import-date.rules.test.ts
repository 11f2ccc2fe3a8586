import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sendTimeAt } from '../time/send-time.rules.ts'
import { type DateOrder, guessOrder, readDate } from './import-date.rules.ts'

it.each<[string, DateOrder, string | null]>([
  ['2026-12-01 10:30', 'dmy', '2026-12-01T10:30'],
  ['2026-12-01T10:30:15', 'ymd', '2026-12-01T10:30'],
  ['2026/12/1 9:05', 'ymd', '2026-12-01T09:05'],
  ['01/12/2026 10:30', 'dmy', '2026-12-01T10:30'],
  ['12/01/2026 10:30', 'mdy', '2026-12-01T10:30'],
  ['12/1/26 3:05 PM', 'mdy', '2026-12-01T15:05'],
  ['12/1/2026 12:00 am', 'mdy', '2026-12-01T00:00'],
  ['01.12.2026 18.30', 'dmy', '2026-12-01T18:30'],
  ['1 December 2026', 'mdy', '2026-12-01T09:00'],
  ['Dec 1, 2026 8 pm', 'dmy', '2026-12-01T20:00'],
  ['2026년 12월 1일 오후 3:05', 'ymd', '2026-12-01T15:05'],
  ['2026. 12. 1. 오전 9시 30분', 'ymd', '2026-12-01T09:30'],
  ['2026-12-01T10:30Z', 'ymd', '2026-12-01T19:30'],
  ['2026-12-01T10:30:00.000+01:00', 'ymd', '2026-12-01T18:30'],
  ['31/02/2026 10:00', 'dmy', null],
  ['13/13/2026', 'dmy', null],
  ['2026-12-01 25:00', 'ymd', null],
  ['2026-12-01 10', 'ymd', null],
  ['tomorrow', 'ymd', null],
  ['', 'ymd', null],
])('reads %j (%s) as %j', (text, order, local) => {
  expect(readDate(text, order, 'Asia/Seoul')?.local ?? null).toBe(local)
})

it('takes the time from a column of its own', () => {
  expect(readDate('1/2/2026', 'dmy', 'UTC', '14:20')?.local).toBe('2026-02-01T14:20')
  expect(readDate('1/2/2026', 'dmy', 'UTC', 'noon')).toBeNull()
})

it('says when clocks change at that hour', () => {
  expect(readDate('2026-03-29 02:30', 'ymd', 'Europe/Berlin')).toMatchObject({
    local: '2026-03-29T03:00',
    notice: 'skippedHour',
  })
})

it('reads what it writes, in any order that fits', () => {
  const minute = fc.integer({ min: 0, max: Date.UTC(2100, 0) / 60_000 })
  fc.assert(
    fc.property(minute, fc.constantFrom<DateOrder>('ymd', 'dmy', 'mdy'), (at, order) => {
      const { local } = sendTimeAt(at * 60_000, 'UTC')
      const [y = '', m = '', d = ''] = local.slice(0, 10).split('-')
      const parts = { ymd: [y, m, d], dmy: [d, m, y], mdy: [m, d, y] }[order]
      expect(readDate(`${parts.join('/')} ${local.slice(11)}`, order, 'UTC')?.local).toBe(local)
    }),
  )
})

it('never throws', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => void readDate(a, 'dmy', 'UTC', b)))
})

it.each<[string[], DateOrder, boolean]>([
  [['01/02/2026', '25/02/2026'], 'dmy', true],
  [['01/02/2026', '02/25/2026'], 'mdy', true],
  [['2026-02-01'], 'mdy', true],
  [['01/02/2026'], 'mdy', false],
  [['03/03/2026'], 'mdy', true],
  [[], 'mdy', true],
])('of %j guesses %s (sure: %s)', (dates, order, sure) => {
  expect(guessOrder(dates, 'mdy')).toEqual({ order, sure })
})

it('gives up on what is no date at once, however it is spaced', () => {
  const begun = performance.now()
  for (const words of [' '.repeat(50_000), ' '.repeat(80)])
    expect(readDate(`2026-01-01 1:${words}x`, 'ymd', 'UTC')).toBeNull()
  expect(performance.now() - begun).toBeLessThan(1_000)
  expect(readDate('2026-01-01    9:30   pm', 'ymd', 'UTC')?.local).toBe('2026-01-01T21:30')
})
