import { LiveObject } from '@liveblocks/client'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { newId } from '#db/id.ts'
import { CANVAS, type CanvasObject } from '#server/canvas/canvas.rules.ts'
import { fuzzCanvas } from '#tests/support/canvas-fuzz.ts'
import { enter, grant, type Harness, presenceHarness, until } from '#tests/support/presence-harness.ts'
import { createCanvasDoc } from './canvas-doc.ts'

let harness: Harness
beforeAll(async () => {
  harness = await presenceHarness()
  await until(() => harness.presence.state() === 'up', 30_000)
})
afterAll(() => harness.stop())

const note = (text: string): CanvasObject => ({
  kind: 'note',
  x: 0,
  y: 0,
  w: 100,
  h: 80,
  z: 'a0',
  text,
  hue: 3,
  locked: false,
  group: null,
})

async function open(id: string, uid: string) {
  await harness.presence.rooms.initStorage(id, {
    liveblocksType: 'LiveObject',
    data: { version: 1, filled: 'first', objects: { liveblocksType: 'LiveMap', data: {} } },
  })
  const entered = enter(harness.client(grant(uid, id)), id)
  const doc = createCanvasDoc(entered.room as never)
  await until(() => doc.store.getState().ready)
  return {
    ...entered,
    doc,
    text: (key: string) => (doc.store.getState().objects.get(key) as { text?: string })?.text,
  }
}

test('what would be too much writing or drawing is not put on it, and what is deleted makes room', async () => {
  const { doc } = await open(newId(), 'ann')
  const long = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`o${i}`, note('x'.repeat(2_000))]))
  expect(doc.add(long(2_000))).toBe('tooHeavy')
  expect(doc.store.getState().objects.size).toBe(0)
  expect(doc.add(long(1_900))).toBe('added')
  await until(() => doc.store.getState().objects.size === 1_900)
  expect(doc.store.getState().bytes).toBe(1_900 * 4_200)
  expect(doc.add({ z: note('x'.repeat(2_000)) })).toBe('added')
  doc.remove(Object.keys(long(1_900)))
  await until(() => doc.store.getState().bytes === 4_200)
})

test('what was too much to be drawn is drawn when there is room for it', async () => {
  const { kept } = CANVAS
  onTestFinished(() => void Object.assign(CANVAS, { kept }))
  Object.assign(CANVAS, { kept: 2 })
  const { doc } = await open(newId(), 'ann')
  doc.add({ a: note('A'), b: note('B'), c: note('C'), d: note('D') })
  await until(() => doc.store.getState().stored === 4)
  const drawn = () => [...doc.store.getState().objects.keys()].sort()
  expect(drawn()).toEqual(['a', 'b'])
  doc.remove(['a'])
  expect(drawn()).toEqual(['b', 'c'])
  doc.remove(['b', 'd'])
  expect(drawn()).toEqual(['c'])
})

test('a change wakes only what it changed, and a step is undone as a whole', async () => {
  const id = newId()
  const [one, two] = [await open(id, 'ann'), await open(id, 'bob')]
  one.doc.add({ a: note('A'), b: note('B') })
  await until(() => two.doc.store.getState().objects.size === 2)
  const { objects, order } = two.doc.store.getState()
  one.doc.begin()
  one.doc.change({ a: { x: 5 } })
  one.doc.change({ a: { x: 9, text: 'A2' } })
  one.doc.end()
  await until(() => two.text('a') === 'A2')
  const after = two.doc.store.getState()
  expect(after.objects.get('b')).toBe(objects.get('b'))
  expect(after.order).toBe(order)
  expect(two.doc.store.getState().canUndo).toBe(false)
  one.doc.undo()
  await until(() => two.text('a') === 'A')
  expect(two.doc.store.getState().objects.get('a')).toMatchObject({ x: 0 })
  one.leave()
  two.leave()
})

test('what somebody else’s program puts there is not shown unless it is an object', async () => {
  const { doc, room, leave } = await open(newId(), 'ann')
  const { root } = await room.getStorage()
  const map = root.get('objects') as unknown as { set(id: string, value: unknown): void }
  map.set('bad', new LiveObject({ kind: 'script', x: 1 }))
  map.set('text', 'only text')
  map.set('good', new LiveObject({ ...note('Good') }))
  await until(() => doc.store.getState().objects.size === 1)
  expect([...doc.store.getState().objects.keys()]).toEqual(['good'])
  leave()
})

test('five people, cut off and with a restart in between, end with the same, and nothing is lost', async () => {
  const result = await fuzzCanvas(harness, {
    seed: 7,
    people: 5,
    operations: 400,
    cuts: 4,
    restart: true,
    pauseMs: 8,
  })
  expect(result).toMatchObject({ converged: true, lost: [] })
  expect(result.objects).toBeGreaterThan(10)
  // The clients say on the console that they were cut off, as they should.
  vi.mocked(console.error).mockClear()
}, 180_000)
