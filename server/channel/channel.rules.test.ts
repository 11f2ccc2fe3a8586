import { describe, expect, it } from 'vitest'
import { cadence, cadenceMark, channelSettings, networkName } from './channel.rules.ts'

describe('a channel', () => {
  const good = { name: 'Seoul', teamId: 't', zone: 'Asia/Seoul' }
  it.each<[string, object, boolean]>([
    ['plain', good, true],
    ['without a name', { ...good, name: '  ' }, false],
    ['on the moon', { ...good, zone: 'Moon/Base' }, false],
    [
      'with slots',
      {
        ...good,
        slots: [
          { weekday: 1, time: '09:00' },
          { weekday: 7, time: '23:59' },
        ],
      },
      true,
    ],
    [
      'with a double slot',
      {
        ...good,
        slots: [
          { weekday: 1, time: '09:00' },
          { weekday: 1, time: '09:00' },
        ],
      },
      false,
    ],
    ['with an impossible slot', { ...good, slots: [{ weekday: 8, time: '09:00' }] }, false],
    ['at 24:00', { ...good, slots: [{ weekday: 1, time: '24:00' }] }, false],
  ])('%s', (_, value, valid) => expect(channelSettings.safeParse(value).success).toBe(valid))

  it.each([
    ['bluesky', true],
    ['google-business', true],
    ['X', false],
    ['../x', false],
  ])('network %s: %s', (name, valid) => expect(networkName.safeParse(name).success).toBe(valid))
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
    expect(cadenceMark(9, null)).toBeNull()
    expect(cadence.safeParse({ min: 5, max: 3 }).success).toBe(false)
  })
})
