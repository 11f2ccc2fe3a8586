import { describe, expect, it } from 'vitest'
import { type SnapshotReason, toThin } from './keep.rules.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const at = (secondsAgo: number, reason: SnapshotReason = 'auto') => ({
  id: `${reason}-${secondsAgo}`,
  reason,
  createdAt: NOW - secondsAgo * 1000,
})
const left = (list: ReturnType<typeof at>[]) => {
  const gone = new Set(toThin(list, NOW))
  return list.filter((one) => !gone.has(one.id)).map((one) => one.id)
}

describe('snapshots are thinned', () => {
  it('to one a minute, and always keep the newest', () => {
    const list = Array.from({ length: 30 }, (_, i) => at(i * 10))
    expect(left(list)).toEqual(['auto-0', 'auto-10', 'auto-70', 'auto-130', 'auto-190', 'auto-250'])
  })
  it('to ever fewer with their age', () => {
    const HOUR = 3600
    const ages = [0, 3 * HOUR + 60, 3 * HOUR + 120, 30 * HOUR, 73 * HOUR, 74 * HOUR, 40 * 24 * HOUR]
    expect(left(ages.map((age) => at(age)))).toEqual([
      'auto-0',
      `auto-${3 * HOUR + 60}`,
      `auto-${30 * HOUR}`,
      `auto-${73 * HOUR}`,
    ])
  })
  it('only when the clock made them, and those made on purpose after fifty', () => {
    const list = [at(0), ...Array.from({ length: 52 }, (_, i) => at(10 + i, 'manual'))]
    expect(left(list)).toHaveLength(51)
    expect(left([at(0, 'before'), at(1, 'restored'), at(2, 'before')])).toHaveLength(3)
  })
  it('of an old canvas keep the one there is', () => {
    expect(left([at(400 * 86_400)])).toHaveLength(1)
    expect(toThin([], NOW)).toEqual([])
  })
})
