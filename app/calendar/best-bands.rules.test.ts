import { expect, it } from 'vitest'
import { bandsOf } from './best-bands.rules.ts'

const at = (text: string) => Date.parse(text)

it('puts hours on the days of a zone, those that begin together as one', () => {
  const bands = bandsOf(
    [
      { channelId: 'a', at: [at('2026-11-24T08:00Z'), at('2026-11-24T23:00Z')] },
      { channelId: 'b', at: [at('2026-11-24T08:00Z')] },
    ],
    'Asia/Seoul',
  )
  expect([...bands]).toEqual([
    ['2026-11-24', [{ from: 1020, to: 1080, first: true, channelIds: ['a', 'b'] }]],
    ['2026-11-25', [{ from: 480, to: 540, first: true, channelIds: ['a'] }]],
  ])
})

it('carries an hour over midnight where clocks are half an hour off', () => {
  const bands = bandsOf([{ channelId: 'a', at: [at('2026-11-24T18:00Z')] }], 'Asia/Kolkata')
  expect([...bands]).toEqual([
    ['2026-11-24', [{ from: 1410, to: 1440, first: true, channelIds: ['a'] }]],
    ['2026-11-25', [{ from: 0, to: 30, first: false, channelIds: ['a'] }]],
  ])
})
