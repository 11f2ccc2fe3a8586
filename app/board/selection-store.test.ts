import { expect, it } from 'vitest'
import { createSelection } from './selection-store.ts'

const list = ['a', 'b', 'c', 'd']

it('takes single cards, ranges from the last one either way, and whole lists', () => {
  const selection = createSelection()
  selection.toggle('c')
  selection.extend(list, 'a')
  expect([...selection.ids()].sort()).toEqual(['a', 'b', 'c'])
  selection.toggle('b')
  expect(selection.has('b')).toBe(false)
  // Nothing to begin from: the one that is meant.
  selection.extend(list, 'd')
  expect([...selection.ids()].sort()).toEqual(['a', 'c', 'd'])
  selection.add(['x', 'y'])
  selection.keep((id) => id !== 'x')
  expect(selection.ids().size).toBe(4)
  selection.clear()
  expect(selection.ids().size).toBe(0)
})

it('does not range across lists', () => {
  const selection = createSelection()
  selection.toggle('x')
  selection.extend(list, 'c')
  expect([...selection.ids()].sort()).toEqual(['c', 'x'])
})
