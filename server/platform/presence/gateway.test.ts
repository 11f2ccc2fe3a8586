import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import {
  ending,
  enter,
  grant,
  type Harness,
  presenceHarness,
  SECRET,
  until,
} from '../../../tests/support/presence-harness.ts'
import { nestedDeeper } from './frames.ts'
import { presenceKey, signPresenceToken, unsignedToken } from './token.ts'

let harness: Harness
beforeAll(async () => {
  harness = await presenceHarness()
  await until(() => harness.presence.state() === 'up', 15_000)
})
afterAll(() => harness.stop())

const opened = (socket: WebSocket) => new Promise<void>((resolve) => socket.once('open', () => resolve()))

describe('seeing each other', () => {
  test('two people meet, with their names in any script', async () => {
    const names = ['Łukasz', '김민지', '🦊 Zoë']
    const rooms = names.map((name, index) =>
      enter(harness.client(grant(`u${index}`, 'meet', { name })), 'meet', {
        page: `/${index}`,
      }),
    )
    for (const { room } of rooms) await until(() => room.getOthers().length === 2)
    const seen = rooms[0]!.room.getOthers().map((other) => [other.id, other.info, other.presence])
    expect(seen).toContainEqual(['u1', { name: '김민지' }, { page: '/1' }])
    expect(seen).toContainEqual(['u2', { name: '🦊 Zoë' }, { page: '/2' }])
    // A change within one throttle window of a join can be lost: the page sends again, and so do we.
    await new Promise((resolve) => setTimeout(resolve, 300))
    rooms[1]!.room.updatePresence({ page: '/moved' })
    await until(() => rooms[0]!.room.getOthers().some((other) => other.presence.page === '/moved'))
    rooms[1]!.leave()
    await until(() => rooms[0]!.room.getOthers().length === 1)
    rooms[0]!.leave()
    rooms[2]!.leave()
  })
})

describe('who may enter', () => {
  const other = presenceKey('another secret')
  const key = presenceKey(SECRET)

  test.each([
    ['no token', ''],
    ['a public key instead', 'pk_localdev'],
    ['a token signed with another key', signPresenceToken(other, grant('eve', 'room'))],
    ['an unsigned token', unsignedToken(signPresenceToken(key, grant('eve', 'room')))],
    ['a token of another room', signPresenceToken(key, grant('eve', 'elsewhere'))],
    ['a token of a prefix that does not match', signPresenceToken(key, grant('eve', 'else*'))],
  ])('%s is refused for good', async (_, tok) => {
    expect(await ending(harness.raw({ roomId: 'room', tok, pubkey: 'pk_localdev' }))).toBe(4001)
  })

  test('a token whose payload was changed is refused', async () => {
    const [header, payload, signature] = signPresenceToken(key, grant('eve', 'x')).split('.')
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString())
    claims.perms = { room: ['*:write'] }
    const tok = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
    expect(await ending(harness.raw({ roomId: 'room', tok }))).toBe(4001)
  })

  test('an expired token asks for a new one', async () => {
    const tok = signPresenceToken(key, grant('late', 'room', { ttl: -1 }))
    expect(await ending(harness.raw({ roomId: 'room', tok }))).toBe(4109)
  })

  test('a token that ends while connected asks for a new one', async () => {
    const tok = signPresenceToken(key, grant('short', 'room', { ttl: 2 }))
    expect(await ending(harness.raw({ roomId: 'room', tok }))).toBe(4109)
  })

  test('a page of another origin is refused, and so is none', async () => {
    const tok = signPresenceToken(key, grant('eve', 'room'))
    expect(await ending(harness.raw({ roomId: 'room', tok }, 'http://evil.test'))).toBe(403)
    expect(await ending(harness.raw({ roomId: 'room', tok }, null))).toBe(403)
  })

  test('other upgrades are left alone', async () => {
    const tok = signPresenceToken(key, grant('eve', 'room'))
    for (const path of ['/v7', '/socket.io/', '/v8/x', '/']) {
      expect(await ending(harness.raw({ roomId: 'room', tok }, undefined, path))).toBe(404)
    }
  })

  test('a prefix opens the rooms under it', async () => {
    const { room, leave } = enter(harness.client(grant('hq', 'w1:*')), 'w1:board')
    await until(() => room.getStatus() === 'connected')
    leave()
  })
})

describe('a viewer', () => {
  test('shows presence and reads, but writes neither storage nor text', async () => {
    await harness.presence.rooms.initStorage('shared', {
      liveblocksType: 'LiveObject',
      data: { title: 'as it was' },
    })
    const doc = new Y.Doc()
    doc.getText('t').insert(0, 'seeded')
    await harness.presence.rooms.writeText('shared', Y.encodeStateAsUpdate(doc))
    const writer = enter(harness.client(grant('writer', 'shared')), 'shared')
    await until(() => writer.room.getStatus() === 'connected')

    const tok = await harness.presence.mint(grant('viewer', 'shared', { write: false }))
    const viewer = harness.raw({ roomId: 'shared', tok })
    const frames: string[] = []
    const told: unknown[] = []
    writer.room.subscribe('event', ({ event }) => told.push(event))
    viewer.on('message', (data) => frames.push(data.toString()))
    await opened(viewer)
    doc.getText('t').insert(0, 'stolen ')
    const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
    viewer.send(
      JSON.stringify([
        { type: 100, targetActor: -1, data: { page: '/seen' } },
        { type: 201, ops: [{ type: 3, opId: '9:1', id: 'root', data: { title: 'stolen' } }] },
        { type: 301, update },
        { type: 512, feedId: 'f' },
        { type: 103, event: { kind: 'words' } },
        { type: 999 },
      ]),
    )
    viewer.send(JSON.stringify([{ type: 200 }, { type: 300, vector: '' }]))
    await until(() => writer.room.getOthers().some((other) => other.presence.page === '/seen'))
    await until(() => frames.some((frame) => frame.includes('as it was')))
    await until(() => frames.some((frame) => frame.includes('"type":300')))
    expect(told).toEqual([])
    expect(await harness.presence.rooms.readStorage('shared')).toEqual({ title: 'as it was' })
    const stored = new Y.Doc()
    Y.applyUpdate(stored, (await harness.presence.rooms.readText('shared'))!)
    expect(stored.getText('t').toString()).toBe('seeded')

    // The same frames from a writer go through: the gateway, not the frames, made the difference.
    const { root } = await writer.room.getStorage()
    root.set('title', 'changed')
    await until(async () =>
      JSON.stringify(await harness.presence.rooms.readStorage('shared')).includes('changed'),
    )
    viewer.close()
    writer.leave()
  })

  test('speaks the protocol or is cut off', async () => {
    const tok = await harness.presence.mint(grant('viewer', 'shared', { write: false }))
    const viewer = harness.raw({ roomId: 'shared', tok })
    await opened(viewer)
    viewer.send('{"type":201}')
    expect(await ending(viewer)).toBe(4000)
  })
})

test('a message bears the name of the token it came with, whatever it says', async () => {
  const reader = enter(harness.client(grant('reader', 'words')), 'words')
  const told: unknown[] = []
  reader.room.subscribe('event', ({ event, user }) => told.push([user?.id, event]))
  await until(() => reader.room.getStatus() === 'connected')
  const eve = harness.raw({
    roomId: 'words',
    tok: await harness.presence.mint(grant('eve', 'words', { write: true })),
  })
  await opened(eve)
  eve.send(JSON.stringify([{ type: 100, targetActor: -1, data: {} }]))
  await until(() => reader.room.getOthers().length === 1)
  const { connectionId } = reader.room.getSelf()!
  for (const forged of [
    { actor: connectionId },
    { actor: 0, id: 'reader', userId: 'reader', user: 'reader' },
  ])
    eve.send(JSON.stringify([{ type: 103, event: { kind: 'words' }, ...forged }]))
  await until(() => told.length === 2)
  expect(told).toEqual([
    ['eve', { kind: 'words' }],
    ['eve', { kind: 'words' }],
  ])
  eve.close()
  reader.leave()
})

test('what floods or is too big is cut off', async () => {
  const tok = await harness.presence.mint(grant('loud', 'loud'))
  const loud = harness.raw({ roomId: 'loud', tok })
  await opened(loud)
  for (let i = 0; i < 600; i++) loud.send('ping')
  expect(await ending(loud)).toBe(4201)
  const big = harness.raw({ roomId: 'loud', tok })
  await opened(big)
  big.send('x'.repeat(8_000_001))
  expect(await ending(big)).toBe(1009)
  const still = await harness.presence.mint(grant('still', 'loud', { write: false }))
  const heavy = harness.raw({ roomId: 'loud', tok: still })
  await opened(heavy)
  const word = JSON.stringify([{ type: 100, data: { view: 'x'.repeat(60_000) } }])
  for (let i = 0; i < 40; i++) heavy.send(word)
  expect(await ending(heavy)).toBe(4201)
  // Another connection of the same person begins where this one ended.
  const again = harness.raw({ roomId: 'loud', tok: still })
  await opened(again)
  for (let i = 0; i < 8; i++) again.send(word)
  expect(await ending(again)).toBe(4201)
})

test('who comes in faster than all their tabs would is turned away, and let in again later', async () => {
  const tok = await harness.presence.mint(grant('restless', 'door', { write: false }))
  const ends = await Promise.all(
    Array.from({ length: 90 }, () => {
      const one = harness.raw({ roomId: 'door', tok })
      one.once('open', () => one.close())
      return ending(one)
    }),
  )
  expect(ends).toContain(429)
  expect(ends.filter((end) => end !== 429).length).toBeGreaterThanOrEqual(40)
  const open = async () => {
    const one = harness.raw({ roomId: 'door', tok })
    one.once('open', () => one.close())
    return (await ending(one)) !== 429
  }
  await expect.poll(open, { timeout: 5_000 }).toBe(true)
})

test('what is nested too deep is cut off', async () => {
  // Nested so deep that the embedded server would fall over it; in a text they are only letters.
  const { childPid } = harness.presence.stats()
  const tok = await harness.presence.mint(grant('deep', 'deep'))
  const deep = harness.raw({ roomId: 'deep', tok })
  await opened(deep)
  deep.send(JSON.stringify([{ type: 100, data: { text: `"\\"${'['.repeat(300)}` } }]))
  deep.send(`[{"type":100,"data":{"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}}}]`)
  expect(await ending(deep)).toBe(4000)
  expect(harness.presence.stats().childPid).toBe(childPid)
})

test('who asks for a text with what is no state of one is cut off, reader or writer; the others stay', async () => {
  const { childPid } = harness.presence.stats()
  const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64')
  const bad = [
    '!!!',
    'zzz',
    base64(1),
    base64(1, 200),
    base64(2, 1, 1, 1),
    base64(255, 255, 255, 255),
    7,
    undefined,
  ]
  for (const write of [true, false])
    for (const vector of bad) {
      const tok = await harness.presence.mint(grant(`asks ${vector}`, 'text', { write }))
      const one = harness.raw({ roomId: 'text', tok })
      await opened(one)
      one.send(JSON.stringify([{ type: 300, vector }]))
      expect(await ending(one)).toBe(4000)
    }
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'Lanterns')
  for (const vector of ['', base64(0), Buffer.from(Y.encodeStateVector(doc)).toString('base64')]) {
    const one = harness.raw({ roomId: 'text', tok: await harness.presence.mint(grant('fine', 'text')) })
    const said: string[] = []
    one.on('message', (data) => said.push(data.toString()))
    await opened(one)
    one.send(JSON.stringify([{ type: 300, vector }]))
    await until(() => said.some((text) => text.includes('"isSync":true')))
    one.close()
  }
  expect(harness.presence.stats().childPid).toBe(childPid)
})

test('how deep a frame is nested is told by its lists and objects, not by its words', () => {
  const deeper = (json: string, most: number) => nestedDeeper(Buffer.from(json), most)
  expect(deeper('[{"a":[1]}]', 3)).toBe(false)
  expect(deeper('[{"a":[1]}]', 2)).toBe(true)
  expect(deeper('[{},{},{},[],[]]', 2)).toBe(false)
  expect(deeper(JSON.stringify(['"[[[[\\"[[[[', '[[[[']), 1)).toBe(false)
})

describe('HTTP', () => {
  const call = (path: string, init: RequestInit = {}) => fetch(`${harness.base}${path}`, init)
  const bearer = async (write = true) => ({
    authorization: `Bearer ${await harness.presence.mint(grant('ann', 'shared', { write }))}`,
  })

  test('only the client API is there', async () => {
    const headers = await bearer()
    for (const [method, path] of [
      ['POST', '/crash'],
      ['GET', '/v2/rooms'],
      ['POST', '/v2/authorize-user'],
      ['POST', '/v2/identify-user'],
      ['GET', '/v2/c/../rooms'],
      ['GET', '/v2/c/%2e%2e/rooms'],
      ['GET', '/v7'],
      ['GET', '/blob'],
    ] as const) {
      const response = await call(path, { method, headers })
      expect([path, response.status, await response.text()]).toEqual([path, 404, 'the app'])
    }
    expect((await call('/v2/c/rooms/shared/threads', { headers })).status).toBe(200)
  })

  test('asks for a token, of this room, that may write', async () => {
    const path = '/v2/c/rooms/shared/text-metadata'
    expect((await call('/v2/c/threads')).status).toBe(401)
    expect((await call('/v2/c/threads', { headers: { authorization: 'Bearer sk_localdev' } })).status).toBe(
      401,
    )
    expect((await call('/v2/c/rooms/other/threads', { headers: await bearer() })).status).toBe(403)
    expect((await call(path, { method: 'POST', headers: await bearer(), body: '{}' })).status).toBe(200)
    expect((await call(path, { method: 'POST', headers: await bearer(false), body: '{}' })).status).toBe(403)
    const headers = { ...(await bearer()), origin: 'http://evil.test' }
    expect((await call('/v2/c/threads', { headers })).status).toBe(403)
    const upload = '/v2/c/rooms/shared/storage/files/fl_aaaaaaaaaaaaaaaaaaaaa/upload/x?fileSize=1'
    expect((await call(upload, { method: 'PUT', headers: await bearer(), body: 'x' })).status).toBe(403)
  })
})
