import { expect, it } from 'vitest'
import { anyway } from './bulk-anyway.ts'

const move = { kind: 'move', stage: 'draft', workingIds: ['w'], ranks: ['a', 'b', 'c'] } as const

it('asks again only for those that found a stage full, each to its own place, and only once', () => {
  const refused = [
    { id: '3', code: 'stage.full' },
    { id: '1', code: 'stage.otherTeam' },
  ]
  const again = anyway(['1', '2', '3'], structuredClone(move) as never, refused)
  expect(again).toEqual({ ids: ['3'], action: { ...move, ranks: ['c'], confirmed: true } })
  expect(anyway(['3'], again!.action, refused)).toBeNull()
  expect(anyway(['1'], structuredClone(move) as never, refused.slice(1))).toBeNull()
  expect(anyway(['3'], { kind: 'archive' }, refused)).toBeNull()
})
