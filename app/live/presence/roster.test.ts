import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { presenceSchema } from './presence-state.rules.ts'
import { createRoster, type Pointer } from './roster.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const one = (connection: number, uid: string, state: object = {}) => ({
  connection,
  uid,
  name: uid,
  state: presenceSchema.parse(state),
})
const ids = (people: readonly { id: string }[]) => people.map((person) => person.id)

test('wakes only those who look at what changed', () => {
  const roster = createRoster()
  const woken: string[] = []
  for (const name of ['people', 'focus post:1', 'focus post:2', 'typing post:1']) {
    roster.subscribe(name, () => woken.push(name))
  }
  roster.update(one(1, 'ann', { focus: 'post:1' }))
  expect(woken.splice(0)).toEqual(['people', 'focus post:1'])
  expect(ids(roster.view('focus post:1'))).toEqual(['ann'])
  roster.update(one(1, 'ann', { focus: 'post:1', cursor: { surface: 'b', x: 1, y: 1 } }))
  expect(woken.splice(0)).toEqual([])
  roster.update(one(1, 'ann', { focus: 'post:2', typing: 'post:1' }))
  expect(woken.splice(0).sort()).toEqual(['focus post:1', 'focus post:2', 'people', 'typing post:1'])
  expect(roster.view('focus post:1')).toEqual([])
})

test('what somebody points at wakes those who look at that, and nobody else', () => {
  const roster = createRoster()
  const woken: string[] = []
  roster.update(one(1, 'ann', { over: 'day:1' }))
  roster.update(one(2, 'bob'))
  for (const name of ['people', 'over day:1', 'over day:2']) roster.subscribe(name, () => woken.push(name))
  expect(ids(roster.view('over day:1'))).toEqual(['ann'])
  roster.update(one(1, 'ann', { over: 'day:2' }))
  expect(woken.splice(0)).toEqual(['over day:1', 'over day:2'])
  roster.update(one(2, 'bob', { over: 'day:2' }))
  expect(ids(roster.view('over day:2'))).toEqual(['ann', 'bob'])
  roster.update(one(1, 'ann', { over: 'day:2', idle: true }))
  expect(ids(roster.view('over day:2'))).toEqual(['bob'])
  // Gone from there at once, though somebody who lost their connection is waited for.
  roster.leave(2)
  expect(roster.view('over day:2')).toEqual([])
  expect(ids(roster.view('people'))).toEqual(['ann', 'bob'])
})

test('a lost connection stays a moment, and coming back does not flicker', () => {
  const roster = createRoster()
  roster.update(one(1, 'ann'))
  const before = roster.view('people')
  let woken = 0
  roster.subscribe('people', () => woken++)
  roster.leave(1)
  vi.advanceTimersByTime(6_000)
  roster.update(one(2, 'ann'))
  vi.advanceTimersByTime(60_000)
  expect(roster.view('people')).toBe(before)
  expect(woken).toBe(0)
  roster.leave(2)
  vi.advanceTimersByTime(7_001)
  expect(roster.view('people')).toEqual([])
})

test('who said goodbye, or is here in another tab, is not waited for', () => {
  const roster = createRoster()
  roster.update(one(1, 'ann', { gone: true }))
  expect(roster.view('people')).toEqual([])
  roster.leave(1)
  roster.update(one(2, 'bob', { focus: 'post:1' }))
  roster.update(one(3, 'bob', { focus: 'post:2' }))
  roster.leave(3)
  expect(roster.view('people')).toMatchObject([{ id: 'bob', focus: 'post:1' }])
  expect(roster.size()).toBe(1)
})

test('when we lose the connection everybody stays for a while, then goes', () => {
  const roster = createRoster()
  roster.update(one(1, 'ann'))
  roster.update(one(2, 'bob'))
  roster.leaveAll(10_000)
  vi.advanceTimersByTime(9_000)
  expect(ids(roster.view('people'))).toEqual(['ann', 'bob'])
  vi.advanceTimersByTime(1_001)
  expect(roster.view('people')).toEqual([])
})

test('pointers come and go, without mine', () => {
  const roster = createRoster()
  roster.setMe('me')
  const seen: Pointer[] = []
  roster.update(one(9, 'zoe', { cursor: { surface: 'b', x: 9, y: 9 } }))
  roster.onPointer((pointer) => seen.push(pointer))
  expect(seen.splice(0)).toMatchObject([{ uid: 'zoe', point: { x: 9 } }])
  roster.update(one(1, 'ann'))
  roster.update(one(2, 'me', { cursor: { surface: 'b', x: 1, y: 1 } }))
  expect(seen.splice(0)).toEqual([])
  roster.update(one(1, 'ann', { cursor: { surface: 'b', x: 1, y: 2 } }))
  roster.update(one(1, 'ann', { cursor: { surface: 'b', x: 1, y: 2 }, idle: true }))
  expect(seen.splice(0)).toMatchObject([{ uid: 'ann', point: { surface: 'b', x: 1, y: 2 } }, { point: null }])
  roster.update(one(1, 'ann', { cursor: { surface: 'b', x: 3, y: 3 } }))
  roster.leave(1)
  expect(seen.splice(0)).toMatchObject([{ point: { x: 3 } }, { point: null }])
})
