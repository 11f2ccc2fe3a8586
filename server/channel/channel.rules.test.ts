import { describe, expect, it } from 'vitest'
import { cadence, channelSettings } from './channel.rules.ts'

describe('the settings of a channel', () => {
  const good = { name: 'Seoul', teamId: 't', zone: 'Asia/Seoul' }
  it.each<[string, object, boolean]>([
    ['plain', good, true],
    ['without a name', { ...good, name: '  ' }, false],
    ['on the moon', { ...good, zone: 'Moon/Base' }, false],
    ['with a cadence', { ...good, cadence: { min: 3, max: 5 } }, true],
  ])('%s', (_, value, valid) => expect(channelSettings.safeParse(value).success).toBe(valid))
})

it('refuses an upside-down cadence', () => expect(cadence.safeParse({ min: 5, max: 3 }).success).toBe(false))
