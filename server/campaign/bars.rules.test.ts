import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barsOf, dayBeside, daysApart, daysMoved, withEnd } from './bars.rules.ts'

const month = (first: string, count: number) => Array.from({ length: count }, (_, i) => dayBeside(first, i))
const DAYS = month('2026-11-02', 28)
const one = (startsOn: string | null, endsOn: string | null, id = 'a') => ({ id, startsOn, endsOn })

describe('campaigns over a month', () => {
  it.each([
    ['inside a week', one('2026-11-03', '2026-11-05'), [[0, 1, 4, true, true]]],
    ['a single day', one('2026-11-08', '2026-11-08'), [[0, 6, 7, true, true]]],
    [
      'over a week’s end',
      one('2026-11-07', '2026-11-10'),
      [
        [0, 5, 7, true, false],
        [1, 0, 2, false, true],
      ],
    ],
    ['since long ago', one('2026-01-01', '2026-11-03'), [[0, 0, 2, false, true]]],
    ['open at its end', one('2026-11-28', null), [[3, 5, 7, true, false]]],
    ['over before', one('2026-10-01', '2026-11-01'), []],
    ['not yet', one('2026-12-01', null), []],
    ['without days', one(null, null), []],
  ])('%s', (_, campaign, wanted) => {
    const { bars } = barsOf([campaign], DAYS, 7)
    expect(bars.map(({ row, from, to, begins, closes }) => [row, from, to, begins, closes])).toEqual(wanted)
  })

  it('keeps a lane over the weeks, and counts the lanes of each', () => {
    const { bars, lanes } = barsOf(
      [one('2026-11-02', '2026-11-20', 'a'), one('2026-11-04', '2026-11-12', 'b')],
      DAYS,
      7,
    )
    expect(new Set(bars.filter((bar) => bar.id === 'b').map((bar) => bar.lane))).toEqual(new Set([1]))
    expect(lanes).toEqual([2, 2, 1, 0])
  })

  it('names as many of those that run all the time as there is room for', () => {
    const always = ['a', 'b', 'c', 'd'].map((id) => one('2026-01-01', null, id))
    const four = barsOf(always, DAYS.slice(0, 7), 7)
    expect(four.bars.map((bar) => [bar.id, bar.lane])).toEqual([
      ['a', 0],
      ['b', 1],
    ])
    expect(four.rests).toMatchObject([{ ids: ['c', 'd'], lane: 2 }])
    const with2 = barsOf([...always, one('2026-11-03', '2026-11-04', 'x')], DAYS.slice(0, 7), 7)
    expect(with2.bars.map((bar) => [bar.id, bar.lane])).toEqual([
      ['a', 0],
      ['x', 2],
    ])
    expect(with2.lanes).toEqual([3])
  })

  const day = fc.integer({ min: -20, max: 50 }).map((days) => dayBeside('2026-11-02', days))
  const campaigns = fc
    .array(fc.tuple(fc.option(day), fc.option(day)), { maxLength: 12 })
    .map((list) => list.map(([a, b], i) => one(a && b && a > b ? b : a, a && b && a > b ? a : b, `c${i}`)))

  it('shows every campaign on each of its days, and none over another', () => {
    fc.assert(
      fc.property(campaigns, (list) => {
        const { bars, rests } = barsOf(list, DAYS, 7)
        for (const [index, date] of DAYS.entries()) {
          const [row, column] = [Math.floor(index / 7), index % 7]
          const here = (piece: { row: number; from: number; to: number }) =>
            piece.row === row && piece.from <= column && column < piece.to
          const seen = bars.filter(here)
          const more = rests.filter(here)
          for (const { id, startsOn, endsOn } of list) {
            const runs = (startsOn || endsOn) && (startsOn ?? '') <= date && date <= (endsOn ?? '9999')
            const shown = seen.some((bar) => bar.id === id) || more.some((rest) => rest.ids.includes(id))
            if (runs) expect(shown).toBe(true)
            else expect(seen.some((bar) => bar.id === id)).toBe(false)
          }
          const lanes = [...seen, ...more].map((piece) => piece.lane)
          expect(new Set(lanes).size).toBe(lanes.length)
        }
        // Paper has a lane for each.
        expect(barsOf(list, DAYS, 7, Number.POSITIVE_INFINITY).rests).toEqual([])
      }),
    )
  })
})

describe('moved whole', () => {
  it.each([
    [one('2026-11-05', '2026-11-09'), 3, '2026-11-08', '2026-11-12'],
    [one(null, '2026-11-30'), 1, null, '2026-12-01'],
    [one('2026-03-01', null), -1, '2026-02-28', null],
  ])('%o by %i', (days, by, startsOn, endsOn) => expect(daysMoved(days, by)).toEqual({ startsOn, endsOn }))
  it('counts days over a change of clocks', () => expect(daysApart('2026-03-28', '2026-03-30')).toBe(2))
})

describe('an end on another day', () => {
  it.each([
    ['startsOn', '2026-11-01', ['2026-11-01', '2026-11-09']],
    ['startsOn', '2026-11-20', ['2026-11-09', '2026-11-09']],
    ['endsOn', '2026-12-01', ['2026-11-05', '2026-12-01']],
    ['endsOn', '2026-10-01', ['2026-11-05', '2026-11-05']],
  ] as const)('%s on %s', (end, day, [startsOn, endsOn]) => {
    expect(withEnd(one('2026-11-05', '2026-11-09'), end, day)).toMatchObject({ startsOn, endsOn })
  })
})
