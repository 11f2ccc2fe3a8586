import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewLanesOf, lanesOf, type Span } from './lanes.rules.ts'

const span = (id: string, from: number, to: number): Span => ({ id, from, to })
const spans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 12 })), { maxLength: 40 })
  .map((list) => list.map(([from, long], i) => span(`s${i}`, from, from + long)))
const meet = (a: Span, b: Span) => a.from < b.to && b.from < a.to

describe('lanes', () => {
  it.each<[string, Span[], Record<string, [number, number]>]>([
    ['alone', [span('a', 0, 4)], { a: [0, 1] }],
    ['one after the other', [span('a', 0, 4), span('b', 4, 8)], { a: [0, 1], b: [0, 1] }],
    ['together', [span('a', 0, 4), span('b', 0, 4)], { a: [0, 2], b: [1, 2] }],
    [
      'a third takes the lane that is free again',
      [span('a', 0, 4), span('b', 2, 8), span('c', 4, 6)],
      { a: [0, 2], b: [1, 2], c: [0, 2] },
    ],
  ])('%s', (_, list, wanted) => {
    const lanes = [...lanesOf(list)].map(([id, { lane, lanes }]) => [id, [lane, lanes]])
    expect(Object.fromEntries(lanes)).toEqual(wanted)
  })

  it('nothing covers another, and those that overlap are equally wide', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const lanes = lanesOf(list)
        for (const a of list)
          for (const b of list) {
            const [mine, its] = [lanes.get(a.id)!, lanes.get(b.id)!]
            if (a === b || !meet(a, b)) continue
            expect(mine.lane).not.toBe(its.lane)
            expect(mine.lanes).toBe(its.lanes)
          }
      }),
    )
  })

  it('few lanes leave nothing out, and cover nothing either', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 4 }), (list, most) => {
        const { shown, rests } = fewLanesOf(list, most)
        const seen = [...shown.keys(), ...rests.flatMap((rest) => rest.ids)]
        expect(seen.sort()).toEqual(list.map((one) => one.id).sort())
        const drawn = [
          ...list.flatMap((one) => {
            const lane = shown.get(one.id)
            return lane ? [{ ...one, ...lane }] : []
          }),
          ...rests,
        ]
        for (const a of drawn) {
          expect(a.lane).toBeLessThan(a.lanes)
          expect(a.lanes).toBeLessThanOrEqual(most)
          for (const b of drawn) if (a !== b && meet(a, b)) expect(a.lane).not.toBe(b.lane)
        }
      }),
    )
  })
})
