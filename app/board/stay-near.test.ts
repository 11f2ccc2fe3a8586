import { expect, it } from 'vitest'
import { beside } from './stay-near.ts'

const groups = { idea: ['a', 'b', 'c', 'd'], draft: ['e'], none: [] }

it.each([
  ['the next one', ['b'], { id: 'c', group: 'idea' }],
  ['past others that leave', ['b', 'c', 'e'], { id: 'd', group: 'idea' }],
  ['the one before the last', ['d'], { id: 'c', group: 'idea' }],
  ['back past others that leave', ['d', 'c'], { id: 'b', group: 'idea' }],
  ['nothing beside the only one', ['e'], null],
  ['nothing beside one that is not there', ['x'], null],
])('goes to %s', (_what, ids, to) => {
  expect(beside(groups, ids)).toEqual(to)
})
