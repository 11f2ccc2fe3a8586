import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTimes, ENOUGH_POSTS, nextOf, type SentPost, weekHourAt } from './best-time.rules.ts'

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

it('gives the next instants of hours, on local clocks, the earliest first', () => {
  const monday = Date.parse('2026-11-23T08:30Z')
  const hours = [
    { weekday: 1, hour: 9 },
    { weekday: 1, hour: 20 },
    { weekday: 7, hour: 10 },
  ]
  expect(nextOf(hours, 'Europe/Berlin', monday).map((at) => new Date(at).toISOString().slice(0, 16))).toEqual(
    ['2026-11-23T19:00', '2026-11-29T09:00', '2026-11-30T08:00'],
  )
  expect(weekHourAt(monday, 'Asia/Seoul')).toEqual({ weekday: 1, hour: 17 })
})
