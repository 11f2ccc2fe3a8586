import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, daysIn, instantsOf, previousPeriod } from './comparison.rules.ts'
import { addsOver, commonMetrics, METRIC_NAMES, metricDefinition, neededFor, ratio } from './metric.rules.ts'

describe('metrics', () => {
  it('compute ratios from totals that exist', () => {
    for (const name of METRIC_NAMES) {
      if (metricDefinition(name).kind !== 'ratio') expect(neededFor(name)).toEqual([name])
      else for (const part of neededFor(name)) expect(metricDefinition(part).kind).toBe('total')
    }
  })
  it.each([
    ['likes', true, true],
    ['followers', true, false],
    ['reach', false, false],
    ['engagement_rate', false, false],
    ['first_response_time', false, false],
  ] as const)('%s adds over things: %s, over time: %s', (name, things, time) =>
    expect([addsOver(name, 'things'), addsOver(name, 'time')]).toEqual([things, time]),
  )
  it('of mixed networks are those common to all', () => {
    const lists = [
      ['impressions', 'likes', 'clicks', 'engagements'],
      ['likes', 'impressions', 'engagements'],
    ] as const
    expect(commonMetrics(lists)).toEqual(['impressions', 'likes', 'engagements', 'engagement_rate'])
    expect(commonMetrics([...lists, ['likes']])).toEqual(['likes'])
    expect(commonMetrics([])).toEqual([])
  })
  it('know nothing where there is nothing to divide by', () =>
    expect([ratio(1, 0), ratio(1, 4)]).toEqual([null, 0.25]))
})

describe('the comparison', () => {
  it.each([
    ['2026-03-01', '2026-03-31', '2026-01-29', '2026-02-28'],
    ['2026-11-22', '2026-11-22', '2026-11-21', '2026-11-21'],
  ])('of %s to %s is with %s to %s', (firstDay, lastDay, first, last) =>
    expect(previousPeriod({ firstDay, lastDay })).toEqual({ firstDay: first, lastDay: last }),
  )
  it('is with a period of as many days that ends where this one begins', () => {
    const date = fc.date({ min: new Date('2010-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('UTC', 'Europe/Berlin'),
        (start, more, zone) => {
          const end = new Date(start.getTime() + more * 86_400_000)
          const period = {
            firstDay: start.toISOString().slice(0, 10),
            lastDay: end.toISOString().slice(0, 10),
          }
          const before = previousPeriod(period)
          expect(daysIn(before)).toBe(daysIn(period))
          expect(instantsOf(before, zone).to).toBe(instantsOf(period, zone).from)
        },
      ),
    )
  })
  it.each([
    ['likes', 12, 10, { change: 2, share: 0.2, direction: 'up', good: true }],
    ['negative_share', 0.5, 0.25, { change: 0.25, share: 1, direction: 'up', good: false }],
    ['first_response_time', 5, 10, { change: -5, share: -0.5, direction: 'down', good: true }],
    ['messages_in', 3, 2, { change: 1, share: 0.5, direction: 'up', good: null }],
    ['likes', 12, 0, { change: 12, share: null, direction: 'up', good: true }],
    ['likes', 0, 0, { change: 0, share: null, direction: 'same', good: null }],
    ['likes', null, 4, null],
  ] as const)('%s %s after %s', (name, now, before, answer) =>
    expect(compare(name, now, before)).toEqual(answer),
  )
})
