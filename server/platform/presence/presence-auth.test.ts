import { expect, test, vi } from 'vitest'
import { createPresence } from './presence.ts'
import { presenceAuth } from './presence-auth.ts'
import { accessTo, asciiJson, presenceKey, signPresenceToken, verifyPresenceToken } from './token.ts'

const key = presenceKey('secret')
const presence = {
  mint: async (grant: Parameters<typeof signPresenceToken>[1]) => signPresenceToken(key, grant),
}

test('a token opens the asked room with what the policy gave, and nothing else', async () => {
  const auth = presenceAuth({
    presence,
    policy: (who: string, room) => (room === 'board' ? { uid: who, name: '민지', write: false } : null),
  })
  const reply = await auth('u1', { room: 'board' })
  if (reply.status !== 200) throw new Error('refused')
  const verdict = verifyPresenceToken(key, reply.body.token)
  if (!verdict.ok) throw new Error(verdict.reason)
  expect(verdict.claims).toMatchObject({ uid: 'u1', ui: { name: '민지' } })
  expect(accessTo(verdict.claims, 'board')).toBe('read')
  expect(accessTo(verdict.claims, 'board2')).toBeNull()
  expect(await auth('u1', { room: 'secret' })).toEqual({ status: 403, body: { error: 'forbidden' } })
  for (const input of [null, {}, { room: 1 }, { room: '*' }, { room: 'a/b' }, { room: '' }]) {
    expect(await auth('u1', input)).toMatchObject({ status: 400 })
  }
})

test('when nobody can mint, the client is told to try again', async () => {
  const broken = { mint: async () => Promise.reject(new Error('away')) }
  const auth = presenceAuth({
    presence: broken,
    policy: () => ({ uid: 'u', name: 'n', write: true }),
  })
  expect(await auth({}, { room: 'board' })).toMatchObject({ status: 503 })
})

test('token text is ASCII whatever the name', () => {
  const text = asciiJson({ name: 'Łukasz 김민지 🦊' })
  expect(text).toMatch(/^[\x20-\x7e]+$/)
  expect(JSON.parse(text)).toEqual({ name: 'Łukasz 김민지 🦊' })
})

test('with a cloud key the token comes from Liveblocks, and nothing is relayed here', async () => {
  const calls: { url: string; body: unknown }[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    calls.push({ url: String(input), body: JSON.parse(String(init?.body)) })
    return new Response('{"token":"theirs"}')
  })
  const log = { info() {}, warn() {}, error() {} } as never
  const cloud = createPresence({
    dataDir: '',
    secret: 's',
    cloudKey: 'sk_test',
    log,
    allowOrigin: () => true,
  })
  expect(await cloud.mint({ uid: 'u1', rooms: ['w:*'], write: true, name: 'Ann' })).toBe('theirs')
  expect(calls[0]?.url).toContain('/v2/authorize-user')
  expect(calls[0]?.body).toMatchObject({ userId: 'u1', permissions: { 'w:*': ['*:write'] } })
  expect(cloud.onUpgrade({ url: '/v8' } as never, {} as never, Buffer.alloc(0))).toBe(false)
  expect(cloud.state()).toBe('up')
  vi.restoreAllMocks()
})
