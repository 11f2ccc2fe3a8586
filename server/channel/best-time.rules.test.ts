import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTimes, ENOUGH_POSTS, nearestTo, onDays, type SentPost, weekHourAt } from './best-time.rules.ts'

const many = (count: number, one: SentPost) => Array.from({ length: count }, () => one)
const dull = [1, 2, 3, 4, 5].flatMap((weekday) => many(3, { weekday, hour: 8, engagements: 4 }))

describe('best times', () => {
  it.each([
    ['nothing sent', [], 0],
    ['too few', many(9, { weekday: 7, hour: 3, engagements: 100 }), 9],
    ['nobody cared', many(20, { weekday: 7, hour: 3, engagements: 0 }), 20],
  ])('%s: what is usual, and it says so', (_, sent, posts) => {
    const best = bestTimes(sent, 'linkedin')
    expect(best).toMatchObject({ from: 'default', posts })
    expect(best.hours[0]).toEqual({ weekday: 2, hour: 9 })
    expect(bestTimes(sent, 'no such network').hours.length).toBeGreaterThan(0)
  })

  it('finds the hours that did better', () => {
    const best = bestTimes([...dull, ...many(5, { weekday: 6, hour: 19, engagements: 20 })], 'bluesky')
    expect(best).toMatchObject({ from: 'history', posts: 20 })
    expect(best.hours[0]).toEqual({ weekday: 6, hour: 19 })
  })

  it('does not let one lucky post win over many good ones', () => {
    const good = many(8, { weekday: 2, hour: 12, engagements: 20 })
    const best = bestTimes([...dull, ...good, { weekday: 7, hour: 3, engagements: 40 }], 'bluesky')
    expect(best.hours[0]).toEqual({ weekday: 2, hour: 12 })
  })

  it('goes round the end of the week', () => {
    const best = bestTimes([...dull, ...many(6, { weekday: 7, hour: 23, engagements: 30 })], 'bluesky')
    expect(best.hours[0]).toEqual({ weekday: 7, hour: 23 })
  })

  const post = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: fc.integer({ min: 0, max: 23 }),
    engagements: fc.nat(10_000),
  })
  it('names hours of a week, each once, the same whatever the order', () => {
    fc.assert(
      fc.property(fc.array(post, { minLength: ENOUGH_POSTS, maxLength: 60 }), (sent) => {
        const best = bestTimes(sent, 'bluesky')
        expect(new Set(best.hours.map((one) => `${one.weekday} ${one.hour}`)).size).toBe(best.hours.length)
        for (const { weekday, hour } of best.hours) {
          expect(weekday >= 1 && weekday <= 7 && hour >= 0 && hour <= 23).toBe(true)
        }
        expect(best.posts).toBe(sent.length)
      }),
    )
  })
})

const HOURS = [
  { weekday: 1, hour: 9 },
  { weekday: 1, hour: 20 },
  { weekday: 7, hour: 10 },
  { weekday: 3, hour: 12 },
]
const texts = (instants: number[]) => instants.map((at) => new Date(at).toISOString().slice(0, 16))

it.each([
  [
    'a day to come: its own hours, and the ones beside it',
    '2026-12-07',
    ['12-06T09', '12-07T08', '12-07T19'],
  ],
  ['today: what is still to come of it', '2026-11-23', ['11-23T19', '11-25T11', '11-29T09']],
  ['a day that has gone: from now on', '2026-10-05', ['11-23T19', '11-29T09', '11-30T08']],
])('offers hours near %s', (_, day, expected) => {
  const facts = { zone: 'Europe/Berlin', after: Date.parse('2026-11-23T08:30Z'), most: 3 }
  expect(texts(nearestTo(day, HOURS, facts))).toEqual(expected.map((one) => `2026-${one}:00`))
})

it('offers only what is to come, each hour once, and as many as are asked for', () => {
  const when = fc.integer({ min: 0, max: 600 })
  fc.assert(
    fc.property(when, when, fc.integer({ min: 0, max: 5 }), (days, hoursOn, most) => {
      const after = Date.parse('2026-11-23T08:30Z') + hoursOn * 3_600_000
      const day = new Date(Date.parse('2026-09-01') + days * 86_400_000).toISOString().slice(0, 10)
      const found = nearestTo(day, HOURS, { zone: 'Europe/Berlin', after, most })
      expect(found).toHaveLength(Math.min(most, HOURS.length))
      expect(new Set(found).size).toBe(found.length)
      for (const at of found) {
        expect(at).toBeGreaterThan(after)
        expect(HOURS).toContainEqual(weekHourAt(at, 'Europe/Berlin'))
      }
    }),
  )
})

it('stands on local clocks, in weeks in which they change too', () => {
  const days = ['2026-03-28', '2026-03-29', '2026-03-30']
  const hours = [...HOURS, { weekday: 7, hour: 2 }]
  // 02:00 does not exist on the 29th: the first minute after.
  expect(texts(onDays(hours, 'Europe/Berlin', days))).toEqual([
    '2026-03-29T01:00',
    '2026-03-29T08:00',
    '2026-03-30T07:00',
    '2026-03-30T18:00',
  ])
  expect(weekHourAt(Date.parse('2026-11-23T08:30Z'), 'Asia/Seoul')).toEqual({ weekday: 1, hour: 17 })
})
