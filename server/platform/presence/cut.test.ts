import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  ending,
  enter,
  grant,
  type Harness,
  presenceHarness,
  until,
} from '../../../tests/support/presence-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await presenceHarness()
  await until(() => harness.presence.state() === 'up', 15_000)
})
afterAll(() => harness.stop())

test('a removed person is out within a second, stays out, and the others hear that they are gone', async () => {
  let member = true
  const eve = enter(
    harness.client(() => (member ? grant('eve', 'w1:board') : null)),
    'w1:board',
  )
  const ann = enter(harness.client(grant('ann', 'w1:board')), 'w1:board')
  await until(() => ann.room.getOthers().length === 1 && eve.room.getOthers().length === 1)
  const heard: unknown[] = []
  ann.room.subscribe('others', (others) => heard.push(...others.map((other) => other.presence)))
  const old = await harness.presence.mint(grant('eve', 'w1:board'))

  member = false
  const start = performance.now()
  expect(harness.presence.cut({ uid: 'eve' })).toBe(1)
  await until(() => ann.room.getOthers().length === 0, 1_000)
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(heard).toContainEqual({ gone: true })
  await until(() => eve.room.getStatus() === 'disconnected')
  expect(ann.room.getStatus()).toBe('connected')

  // Their old token is worthless now, over both ways in.
  expect(await ending(harness.raw({ roomId: 'w1:board', tok: old }))).toBe(4100)
  const headers = { authorization: `Bearer ${old}` }
  expect((await fetch(`${harness.base}/v2/c/rooms/w1:board/threads`, { headers })).status).toBe(403)
  ann.leave()
  eve.leave()
  // The client says on the console that it was refused, as it should.
  vi.mocked(console.error).mockClear()
})

test('a changed role comes back by itself with its new rights', async () => {
  let write = true
  const bob = enter(
    harness.client(() => grant('bob', 'w1:board', { write })),
    'w1:board',
  )
  await until(() => bob.room.getSelf()?.canWrite)
  write = false
  harness.presence.cut({ uid: 'bob', room: 'w1:*' })
  await until(() => bob.room.getStatus() === 'connected' && bob.room.getSelf()?.canWrite === false)
  bob.leave()
})

test('a cut of rooms by prefix leaves other rooms alone', async () => {
  const one = enter(harness.client(grant('cat', 'w2:*')), 'w2:a')
  const two = enter(harness.client(grant('cat', 'w3:*')), 'w3:a')
  await until(() => one.room.getStatus() === 'connected' && two.room.getStatus() === 'connected')
  expect(harness.presence.cut({ room: 'w2:*' })).toBe(1)
  expect(harness.presence.cut({})).toBe(0)
  expect(two.room.getStatus()).toBe('connected')
  one.leave()
  two.leave()
})
