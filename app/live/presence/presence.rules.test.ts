import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Connection, groupBy, keepSame, peopleOf, samplePause } from './presence.rules.ts'
import { presenceSchema } from './presence-state.rules.ts'

const connection = (connection: number, uid: string, state: object = {}, seq = connection): Connection => ({
  connection,
  uid,
  name: uid.toUpperCase(),
  state: presenceSchema.parse(state),
  seq,
})

test('whatever another browser sends becomes a state', () => {
  expect(presenceSchema.parse({})).toEqual({
    page: null,
    focus: null,
    typing: null,
    drag: null,
    view: null,
    asks: null,
    over: null,
    idle: false,
    gone: false,
    cursor: null,
  })
  const odd = {
    page: 3,
    focus: 'x'.repeat(999),
    idle: 'yes',
    cursor: { surface: 'b', x: 'left', y: 1 },
    more: 1,
  }
  expect(presenceSchema.parse(odd)).toEqual(presenceSchema.parse({}))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (any) => presenceSchema.safeParse(any).success),
  )
})

test.each([
  [1, 33],
  [25, 33],
  [50, 50],
  [100, 200],
  [200, 800],
  [1000, 1000],
])('with %i people a cursor is sent every %i ms', (people, ms) => {
  expect(samplePause(people)).toBe(ms)
})

test('the room never carries more than its budget, until the slowest rate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 220 }), (people) => {
      return people ** 2 * (1000 / samplePause(people)) <= 50_000 * 1.02
    }),
  )
})

test('a person is one, however many tabs: the liveliest counts', () => {
  const people = peopleOf(
    [
      connection(1, 'ann', { focus: 'post:1' }, 9),
      connection(2, 'ann', { focus: 'post:2' }, 5),
      connection(3, 'bob', { focus: 'post:3', idle: true }, 9),
      connection(4, 'bob', { focus: 'post:4' }, 1),
      connection(5, 'me', {}),
      connection(6, 'cat', { gone: true }),
    ],
    'me',
  )
  expect(people.map((person) => [person.id, person.focus])).toEqual([
    ['ann', 'post:1'],
    ['bob', 'post:4'],
  ])
})

test('somebody idle neither types nor drags', () => {
  const [ann] = peopleOf([connection(1, 'ann', { idle: true, typing: 'post:1', drag: 'post:1' })], null)
  expect(ann).toMatchObject({ idle: true, typing: null, drag: null })
})

test('what stays the same stays identical', () => {
  const before = peopleOf([connection(1, 'ann'), connection(2, 'bob', { focus: 'post:1' })], null)
  expect(
    keepSame(before, peopleOf([connection(2, 'bob', { focus: 'post:1' }, 7), connection(1, 'ann')], null)),
  ).toBe(before)
  const after = keepSame(
    before,
    peopleOf([connection(1, 'ann'), connection(2, 'bob', { focus: 'post:2' })], null),
  )
  expect(after).not.toBe(before)
  expect(after[0]).toBe(before[0])
  expect([...groupBy(after, 'focus').keys()]).toEqual(['post:2'])
})
