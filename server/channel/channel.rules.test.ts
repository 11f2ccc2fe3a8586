import { describe, expect, it } from 'vitest'
import { cadence, cadenceMark, cadenceOf, channelSettings } from './channel.rules.ts'

describe('the settings of a channel', () => {
  const good = { name: 'Seoul', teamId: 't', zone: 'Asia/Seoul' }
  it.each<[string, object, boolean]>([
    ['plain', good, true],
    ['without a name', { ...good, name: '  ' }, false],
    ['on the moon', { ...good, zone: 'Moon/Base' }, false],
    ['with a cadence', { ...good, cadence: { min: 3, max: 5 } }, true],
  ])('%s', (_, value, valid) => expect(channelSettings.safeParse(value).success).toBe(valid))
})

describe('cadence', () => {
  it.each([
    [2, 'gap', 1, 0],
    [3, 'fine', 0, 0],
    [5, 'fine', 0, 0],
    [7, 'overload', 0, 2],
  ])('%i of 3 to 5: %s', (count, verdict, missing, over) =>
    expect(cadenceMark(count, { min: 3, max: 5 })).toEqual({ verdict, missing, over }),
  )
  it('draws nothing without limits, and refuses upside-down ones', () => {
    expect(cadenceMark(9, cadenceOf({ cadenceMin: 1, cadenceMax: null }))).toBeNull()
    expect(cadenceOf({ cadenceMin: 1, cadenceMax: 2 })).toEqual({ min: 1, max: 2 })
    expect(cadence.safeParse({ min: 5, max: 3 }).success).toBe(false)
  })
})
