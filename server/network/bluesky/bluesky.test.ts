import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OutboundProblem, type OutboundReason } from '#server/platform/outbound.ts'
import { blueskySubject } from '../../../tests/contract/bluesky-subject.ts'
import { bluesky } from './bluesky.ts'
import { fitPicture, PICTURE_BYTES } from './picture.ts'
import { asNetworkProblem } from './problem.ts'
import { mintTid } from './tid.ts'

let subject: Awaited<ReturnType<typeof blueskySubject>>
beforeEach(async () => {
  subject = await blueskySubject()
})
afterEach(() => subject.stop())

const one = (text: string) => ({ parts: [{ text, media: [] }] })
const publish = (text: string) => {
  const prepared = bluesky.prepare(one(text), { at: Date.now() })
  return bluesky.publish(prepared, 0, [], subject.io)
}

test('facets count bytes, resolve who is mentioned, and leave strangers as text', async () => {
  await publish('안녕 @ann.test @nobody.test #태그 https://example.com/길')
  const record = [...subject.fake.state.posts.values()][0]?.record
  const bytes = Buffer.from(record?.text ?? '')
  const facets = record?.facets as { index: { byteStart: number; byteEnd: number }; features: object[] }[]
  const shown = facets.map(({ index }) => bytes.subarray(index.byteStart, index.byteEnd).toString())
  expect(shown).toEqual(['@ann.test', '#태그', 'https://example.com/'])
  expect(facets[0]?.features).toEqual([
    { $type: 'app.bsky.richtext.facet#mention', did: expect.stringMatching(/^did:plc:/) },
  ])
})

test('many calls with an expired token renew it once', async () => {
  subject.expire()
  await Promise.all(Array.from({ length: 8 }, (_, i) => publish(`post ${i}`)))
  expect(subject.fake.calls.get('com.atproto.server.refreshSession')).toBe(1)
})

test('a refresh token that ran out is replaced by signing in again', async () => {
  subject.expire()
  subject.fake.fail('com.atproto.server.refreshSession', { status: 400, error: 'ExpiredToken' })
  await publish('still here')
  expect(await subject.posts()).toHaveLength(1)
})

test('a record key that holds another post is not taken for ours', async () => {
  const prepared = bluesky.prepare(one('first'), { at: Date.now() })
  await bluesky.publish(prepared, 0, [], subject.io)
  const other = { ...prepared, draft: one('second') }
  await expect(bluesky.publish(other, 0, [], subject.io)).rejects.toMatchObject({ kind: 'rejected' })
})

test('a lost direct message is unknown for a while, then found or absent', async () => {
  const replyTo = { kind: 'direct' as const, convoId: 'c1' }
  const prepared = bluesky.prepare(one('Hello'), { at: Date.now(), replyTo })
  expect(prepared.repeatable).toBe(false)
  expect(await bluesky.reconcile(prepared, subject.io)).toEqual([{ state: 'unknown' }])
  const later = { ...subject.io, now: () => Date.now() + 600_000 }
  expect(await bluesky.reconcile(prepared, later)).toEqual([{ state: 'absent' }])
  subject.fake.fail('chat.bsky.convo.sendMessage', { hang: true, accepted: true })
  await expect(bluesky.publish(prepared, 0, [], subject.io)).rejects.toMatchObject({ kind: 'ambiguous' })
  expect(await bluesky.reconcile(prepared, later)).toMatchObject([{ state: 'sent' }])
})

describe('direct messages', () => {
  test('an ordinary app password has none, and ingest does without', async () => {
    const input = { service: subject.fake.url, handle: '@ann.test', app_password: 'pass-ann.test' }
    const { account, secret } = await bluesky.auth.complete(input, null, subject.io)
    const io = { ...subject.io, account, secrets: { read: async () => secret, renew: async () => secret } }
    expect((await bluesky.capabilities(io)).direct).toEqual({ without: 'appPasswordScope' })
    await bluesky.ingest(null, io)
    expect(subject.fake.calls.get('chat.bsky.convo.getLog')).toBeUndefined()
  })

  test('a server of messages that fails does not stop the rest', async () => {
    const post = await publish('Ask')
    await subject.audience.reply(post, 'When?')
    subject.fake.fail('chat.bsky.convo.getLog', { status: 502 })
    const page = await bluesky.ingest(null, subject.io)
    expect(page.items).toHaveLength(1)
    await bluesky.ingest(page.cursor, subject.io)
    expect(subject.fake.calls.get('chat.bsky.convo.getLog')).toBe(1)
  })
})

test('what is our own finding is told in words', async () => {
  const own = (reason: OutboundReason) =>
    asNetworkProblem(new OutboundProblem(reason, 'pds.example', true), false, 0).detail
  expect(own('timeout')).toBe('pds.example took too long')
  expect(own('broken')).toBe('pds.example broke off')
})

describe('signing in', () => {
  const complete = (more: object) =>
    bluesky.auth.complete(
      { service: subject.fake.url, handle: 'us.test', app_password: 'pass-us.test', ...more },
      null,
      subject.io,
    )
  test.each([
    [{ app_password: 'wrong' }, 'authExpired'],
    [{ service: 'http://169.254.169.254' }, 'rejected'],
    [{ service: 'not an address' }, 'rejected'],
    [{ service: 'file:///etc/passwd' }, 'rejected'],
    [{ service: 'ftp://example.org' }, 'rejected'],
    [{ service: 'http://127.0.0.1:4249' }, 'rejected'],
  ])('%j is %s', async (more, kind) => {
    await expect(complete(more)).rejects.toMatchObject({ kind })
  })
})

test('pictures come out small, upright and without the camera', async () => {
  const noise = randomBytes(1500 * 1500 * 3)
  const big = await sharp(noise, { raw: { width: 1500, height: 1500, channels: 3 } })
    .withExif({ IFD0: { Copyright: 'me' } })
    .png()
    .toBuffer()
  expect(big.byteLength).toBeGreaterThan(PICTURE_BYTES)
  const fitted = await fitPicture(big)
  expect(fitted.bytes.byteLength).toBeLessThanOrEqual(PICTURE_BYTES)
  expect((await sharp(fitted.bytes).metadata()).exif).toBeUndefined()
  await expect(fitPicture(Buffer.from('not an image'))).rejects.toMatchObject({ kind: 'rejected' })
})

test('record keys are well formed, in order and never twice', () => {
  const keys = Array.from({ length: 500 }, (_, i) => mintTid(1_790_000_000_000 + i))
  expect([...keys].sort()).toEqual(keys)
  expect(keys.every((key) => /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/.test(key))).toBe(
    true,
  )
  expect(new Set(Array.from({ length: 50 }, () => mintTid(1))).size).toBeGreaterThan(45)
})

test('a nonsense rate limit waits at most a day', () => {
  const now = 1_000_000
  const failure = Object.assign(new Error('x'), { status: 429, error: 'RateLimitExceeded' })
  const at = (headers: object) => asNetworkProblem(Object.assign(failure, { headers }), true, now).retryAt
  expect(at({ 'ratelimit-reset': '99999999999' })).toBe(now + 86_400_000)
  expect(at({ 'retry-after': '30' })).toBe(now + 30_000)
  expect(at({})).toBe(now + 60_000)
})
