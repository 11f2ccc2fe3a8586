import { describe, expect, it } from 'vitest'
import { cadenceMark, cadenceOf, countByChannel } from './cadence.rules.ts'

describe('cadence', () => {
  it.each([
    [2, 'gap', 1, 0],
    [3, 'fine', 0, 0],
    [5, 'fine', 0, 0],
    [7, 'overload', 0, 2],
  ])('%i of 3 to 5: %s', (count, verdict, missing, over) =>
    expect(cadenceMark(count, { min: 3, max: 5 })).toEqual({ verdict, missing, over }),
  )
  it('draws nothing without limits', () => {
    expect(cadenceMark(9, cadenceOf({ cadenceMin: 1, cadenceMax: null }))).toBeNull()
    expect(cadenceOf({ cadenceMin: 1, cadenceMax: 2 })).toEqual({ min: 1, max: 2 })
  })
  it('counts a channel’s slots in the week of their own day', () => {
    const slot = (sendLocal: string | null, ...channelIds: string[]) => ({ sendLocal, channelIds })
    const counts = countByChannel(
      [
        slot('2026-11-29T23:59', 'a', 'b'),
        slot('2026-11-30T00:00', 'a'),
        slot('2026-12-07T00:00', 'a'),
        slot(null, 'a'),
      ],
      [['2026-11-28', '2026-11-29'], ['2026-11-30']],
    )
    expect(counts.map((one) => Object.fromEntries(one))).toEqual([{ a: 1, b: 1 }, { a: 1 }])
  })
})
