import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byRank,
  isRank,
  LONGEST_RANK,
  others,
  placeAt,
  type Ranked,
  rankAmong,
  rankBetween,
  rankOf,
  ranksFor,
} from './rank.rules.ts'

const apply = (list: readonly Ranked[], changes: readonly Ranked[]) => {
  const map = new Map(list.map((it) => [it.id, it]))
  for (const change of changes) map.set(change.id, change)
  return [...map.values()].sort(byRank)
}

describe('ranks', () => {
  it('put a thing exactly where it was dropped, and move nothing else', () => {
    const move = fc.record({ id: fc.nat(15).map(String), index: fc.nat(20) })
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        let list: Ranked[] = []
        for (const { id, index } of moves) {
          const wanted = list.map((it) => it.id).filter((other) => other !== id)
          wanted.splice(Math.min(index, wanted.length), 0, id)
          list = apply(list, placeAt(list, id, index))
          expect(list.map((it) => it.id)).toEqual(wanted)
        }
      }),
    )
  })

  it('survive equal ranks', () => {
    const tied = ['a', 'b', 'c', 'd'].map((id) => ({ id, rank: id === 'd' ? 'a1' : 'a0' }))
    for (let index = 0; index <= 4; index++) {
      const after = apply(tied, placeAt(tied, 'x', index)).map((it) => it.id)
      expect(after).toEqual(['a', 'b', 'c', 'd'].toSpliced(index, 0, 'x'))
    }
  })

  it('differ when many people drop at the same place at once, and all land between the same neighbours', () => {
    for (const [low, high] of [
      [null, null],
      ['a0', 'a1'],
      ['a0', null],
      [null, 'a0'],
      ['a0', 'a00V'],
    ] as const) {
      const ranks = Array.from({ length: 2_000 }, () => rankBetween(low, high))
      expect(new Set(ranks).size).toBe(2_000)
      for (const rank of ranks) {
        if (low) expect(rank > low).toBe(true)
        if (high) expect(rank < high).toBe(true)
      }
    }
  })

  it('keep the order of two people who work in the same gap without knowing of each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
        const base: Ranked[] = ranksFor(2).map((rank, i) => ({ id: `z${i}`, rank }))
        const drop = (who: string) => {
          let list = base
          const made: Ranked[] = []
          for (let i = 0; i < count; i++) {
            const change = placeAt(list, `${who}${i}`, 1 + i)
            made.push(...change)
            list = apply(list, change)
          }
          return made
        }
        const ids = apply(base, [...drop('a'), ...drop('b')]).map((it) => it.id)
        const of = (who: string) => ids.filter((id) => id.startsWith(who))
        expect(of('a')).toEqual(Array.from({ length: count }, (_, i) => `a${i}`))
        expect(of('b')).toEqual(Array.from({ length: count }, (_, i) => `b${i}`))
        expect([ids[0], ids.at(-1)]).toEqual(['z0', 'z1'])
      }),
      { numRuns: 20 },
    )
  })

  it('stay short', () => {
    expect(rankBetween('a0', 'a1').length).toBeLessThan(12)
    let last: string | null = null
    for (let i = 0; i < 500; i++) last = rankBetween(last, null)
    expect(last!.length).toBeLessThan(16)
  })
})

describe('a short list', () => {
  it('keeps what is placed in it near the others, in order, and its ranks short', () => {
    const far = 'z'.repeat(27)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('end', 'start', 'far', 'low', 'beside'), { maxLength: 60 }),
        (acts) => {
          let list: Ranked[] = []
          const order: string[] = []
          for (const [i, act] of acts.entries()) {
            const id = `i${i}`
            const low = list[0]?.rank ?? null
            const wanted = {
              end: rankBetween(list.at(-1)?.rank ?? null, null),
              start: rankBetween(null, low),
              far,
              low: `A${'0'.repeat(25)}1V`,
              beside: list.length ? rankBetween(low, list[1]?.rank ?? null) : 'a0',
            }[act]
            const places = rankAmong(list, id, wanted)
            const [own, gave] = [rankOf(places, id), others(places, id)]
            list = apply(list, [...gave, { id, rank: own }])
            order.splice(
              act === 'start' || act === 'low'
                ? 0
                : act === 'beside'
                  ? Math.min(1, order.length)
                  : order.length,
              0,
              id,
            )
            expect(list.map((one) => one.id)).toEqual(order)
            for (const { rank } of list) expect(rank.length <= LONGEST_RANK && isRank(rank)).toBe(true)
            expect((list.at(-1)?.rank ?? '') < 'h').toBe(true)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('spreads itself out where no short rank is left', () => {
    const long = `a0${'1'.repeat(98)}`
    const list = [
      { id: 'a', rank: `${long}V` },
      { id: 'b', rank: `${long}W` },
    ]
    const places = rankAmong(list, 'c', rankBetween(`${long}V`, `${long}W`))
    expect(places.map((one) => one.id)).toEqual(['a', 'c', 'b'])
    expect(places.every((one) => one.rank.length < 4)).toBe(true)
  })
})

describe('a rank from outside', () => {
  it.each(['a0', 'Zz', 'a0V', 'b00', rankBetween(null, null)])('%s can be one', (rank) => {
    expect(isRank(rank)).toBe(true)
  })
  it.each(['', 'a', 'a00', '~', 'A', 'a0가', "a0' or 1=1", 'a0 ', 'a0-x', `a0${'1'.repeat(200)}`])(
    '%j cannot',
    (rank) => expect(isRank(rank)).toBe(false),
  )
})
