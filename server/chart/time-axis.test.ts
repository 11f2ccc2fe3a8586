import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeTicks, writtenTimes } from './time-axis.ts'
import { timeFormat } from './time-format.ts'

const at = (text: string) => Date.parse(text)
const written = (ats: number[], zone: string) =>
  ats.map((one) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(one),
  )

describe('timeTicks', () => {
  it('falls on midnights of the zone, across a change of clocks', () => {
    const { unit, ats } = timeTicks(
      at('2026-03-27T12:00:00Z'),
      at('2026-03-31T12:00:00Z'),
      'Europe/Madrid',
      6,
    )
    expect(unit).toBe('day')
    expect(written(ats, 'Europe/Madrid')).toEqual([
      '28/03/2026, 00:00',
      '29/03/2026, 00:00',
      '30/03/2026, 00:00',
      '31/03/2026, 00:00',
    ])
  })
  it('falls on round hours of a zone that is no whole hour from UTC', () => {
    const { unit, ats } = timeTicks(at('2026-03-27T00:00:00Z'), at('2026-03-27T09:00:00Z'), 'Asia/Kolkata', 4)
    expect(unit).toBe('hour')
    expect(written(ats, 'Asia/Kolkata').map((one) => one.slice(-5))).toEqual(['06:00', '09:00', '12:00'])
  })
  it('keeps round hours after a change of clocks', () => {
    const { ats } = timeTicks(at('2026-10-24T22:00:00Z'), at('2026-10-25T22:00:00Z'), 'Europe/Berlin', 9)
    expect(written(ats, 'Europe/Berlin').map((one) => Number(one.slice(-5, -3)) % 3)).not.toContain(1)
  })
  it('begins weeks on Monday and months on the first', () => {
    const weeks = timeTicks(at('2026-01-01T00:00:00Z'), at('2026-02-10T00:00:00Z'), 'UTC', 6)
    expect(weeks.ats.map((one) => new Date(one).getUTCDay())).toEqual(weeks.ats.map(() => 1))
    const months = timeTicks(at('2026-01-15T00:00:00Z'), at('2026-11-10T00:00:00Z'), 'UTC', 5)
    expect(months.unit).toBe('month')
    expect(months.ats.map((one) => new Date(one).getUTCDate())).toEqual(months.ats.map(() => 1))
  })
  it('is ascending, inside and bounded for any span', () => {
    const instant = fc.integer({ min: -2e12, max: 8e12 })
    const zone = fc.constantFrom('UTC', 'Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe')
    fc.assert(
      fc.property(instant, instant, zone, fc.integer({ min: 1, max: 20 }), (a, b, where, most) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const { ats } = timeTicks(from, to, where, most)
        expect(ats.length).toBeLessThanOrEqual(most * 3 + 3)
        for (const [index, one] of ats.entries()) {
          expect(one).toBeGreaterThanOrEqual(from)
          expect(one).toBeLessThanOrEqual(to)
          if (index > 0) expect(one).toBeGreaterThan(ats[index - 1]!)
        }
      }),
    )
  })
})

describe('writtenTimes', () => {
  it('writes in the language and zone of the reader, inside the axis', () => {
    const from = at('2026-03-27T00:00:00Z')
    const to = at('2026-04-03T00:00:00Z')
    const scale = (one: number) => (500 * (one - from)) / (to - from)
    const time = timeFormat('ko', 'Asia/Seoul')
    const ticks = writtenTimes(from, to, { zone: 'Asia/Seoul', value: String, time }, scale, [0, 500])
    expect(ticks[0]!.text).toMatch(/3월 2\d일/)
    expect(ticks.length).toBeGreaterThan(2)
  })
})
