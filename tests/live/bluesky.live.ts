import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bluesky } from '#server/network/bluesky/bluesky.ts'
import type { Inbound, Io, Prepared, ReplyTarget, Sent } from '#server/network/connector.ts'
import type { DraftPart } from '#server/network/draft.rules.ts'
import { memorySecrets } from '#server/network/memory-secrets.ts'
import { createOutbound } from '#server/platform/outbound.ts'
import { type BlueskyNetwork, blueskyNetwork } from './bluesky-network.ts'

let network: BlueskyNetwork
let us: Io
let ann: Io
const outbound = createOutbound({ allow: ['localhost', '127.0.0.1'] })
const base = { workspaceId: 'w', fetch: outbound.fetch, now: () => Date.now() }

async function connect(handle: string): Promise<Io> {
  const { appPassword } = await network.join(handle)
  const input = { service: network.url, handle, app_password: appPassword }
  const { account, secret } = await bluesky.auth.complete(input, null, base)
  const noise = { width: 1400, height: 1000, channels: 3 as const, background: '#808080' }
  const media = () =>
    sharp({ create: { ...noise, noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
      .png()
      .toBuffer()
  return { ...base, account, secrets: memorySecrets(secret), media }
}

beforeAll(async () => {
  network = await blueskyNetwork()
  us = await connect('bare.test')
  ann = await connect('anders.test')
})
afterAll(async () => {
  await outbound.close()
})

const part = (text: string, media: DraftPart['media'] = []): DraftPart => ({ text, media })
const prepare = (parts: DraftPart[], replyTo?: ReplyTarget): Prepared =>
  bluesky.prepare({ parts, language: 'en' }, { at: Date.now(), replyTo })
async function send(io: Io, prepared: Prepared): Promise<Sent[]> {
  const sent: Sent[] = []
  for (let i = 0; i < prepared.parts.length; i++) sent.push(await bluesky.publish(prepared, i, sent, io))
  return sent
}
async function ingest(io: Io, cursor: string | null): Promise<{ items: Inbound[]; cursor: string }> {
  await network.settle()
  const page = await bluesky.ingest(cursor, io)
  return { items: page.items, cursor: page.cursor }
}
async function view(uri: string) {
  await network.settle()
  const { strangerAt } = await import('#server/network/bluesky/session.ts')
  const { accessJwt } = await us.secrets.read()
  const agent = await strangerAt(network.url, us, accessJwt)
  const { data } = await agent.getPosts({ uris: [uri as `at://${string}`] })
  return data.posts[0]
}

test('links, mentions and hashtags become facets; the same send again is no second post', async () => {
  const prepared = prepare([part('안녕 @anders.test, see https://example.com/a?b=1 #첫글 #hello 👋🏽')])
  const [first] = await send(us, prepared)
  const [again] = await send(us, prepared)
  expect(again).toEqual(first)
  const post = await view(first?.remoteId ?? '')
  const record = post?.record as { text: string; facets: { features: { $type: string }[] }[] }
  const kinds = record.facets.map((facet) => facet.features[0]?.$type.split('#')[1])
  expect(kinds).toEqual(['mention', 'link', 'tag', 'tag'])
  const { items } = await ingest(ann, null)
  expect(items).toMatchObject([{ kind: 'mention', remoteId: first?.remoteId }])
})

test('an image that is too large arrives, smaller, with its description', async () => {
  const media = [
    { id: 'm', mime: 'image/png', bytes: 4_000_000, width: 1400, height: 1000, alt: '회색 소음' },
  ]
  const [sent] = await send(us, prepare([part('Look', media)]))
  const embed = (await view(sent?.remoteId ?? ''))?.embed as {
    images: { alt: string; aspectRatio: { width: number; height: number } }[]
  }
  expect(embed.images).toHaveLength(1)
  expect(embed.images[0]?.alt).toBe('회색 소음')
  expect((embed.images[0]?.aspectRatio.width ?? 0) / (embed.images[0]?.aspectRatio.height ?? 1)).toBeCloseTo(
    1.4,
    1,
  )
})

test('a thread, a crash in it, a reply and a like from somebody else, and an answer', async () => {
  const prepared = prepare([part('one'), part('two'), part('three')])
  const one = await bluesky.publish(prepared, 0, [], us)
  const standing = await bluesky.reconcile(JSON.parse(JSON.stringify(prepared)) as Prepared, us)
  expect(standing.map(({ state }) => state)).toEqual(['sent', 'absent', 'absent'])
  const thread = await send(us, prepared)
  expect(thread[0]).toEqual(one)
  expect((await view(one.remoteId))?.replyCount).toBe(1)

  const before = await ingest(us, null)
  const ref = { uri: one.ref.uri ?? '', cid: one.ref.cid ?? '' }
  const target = {
    kind: 'public' as const,
    rootUri: ref.uri,
    rootCid: ref.cid,
    parentUri: ref.uri,
    parentCid: ref.cid,
  }
  const [reply] = await send(ann, prepare([part('How much is it?')], target))
  const { memberOf } = await import('#server/network/bluesky/session.ts')
  await (await memberOf(ann)).like(ref.uri, ref.cid)

  await network.settle()
  const page = await bluesky.ingest(before.cursor, us)
  expect(page.items.filter(({ kind }) => kind === 'reply')).toMatchObject([
    { remoteId: reply?.remoteId, text: 'How much is it?', threadId: ref.uri, parentId: ref.uri },
  ])
  expect(page.counts).toContainEqual({
    remoteId: ref.uri,
    at: expect.any(Number),
    values: { likes: 1, comments: 2, shares: 0 },
  })
  expect(await bluesky.metrics([ref.uri], us)).toMatchObject([{ values: { likes: 1, comments: 2 } }])

  const item = page.items.find(({ kind }) => kind === 'reply')
  await send(us, prepare([part('Nine euros.')], item?.replyTo))
  const answered = await ingest(ann, null)
  expect(answered.items.find(({ kind }) => kind === 'reply')).toMatchObject({
    text: 'Nine euros.',
    parentId: reply?.remoteId,
  })
})

test('a session is renewed and a revoked one asks for a person', async () => {
  const secret = await us.secrets.read()
  const stale = {
    ...us,
    secrets: memorySecrets({ ...secret, accessJwt: 'nonsense', refreshJwt: 'nonsense' }),
  }
  expect((await bluesky.profile(stale)).handle).toBe('bare.test')
  const gone = {
    ...us,
    secrets: memorySecrets({ ...secret, accessJwt: 'x', refreshJwt: 'x', password: 'wrong' }),
  }
  await expect(bluesky.profile(gone)).rejects.toMatchObject({ kind: 'authExpired' })
})

test('what the rules refuse the network refuses', async () => {
  await expect(send(us, prepare([part('가'.repeat(301))]))).rejects.toMatchObject({ kind: 'rejected' })
  await send(us, prepare([part('가'.repeat(300))]))
})

test('an app password without the right to messages says so', async () => {
  expect((await bluesky.capabilities(us)).direct).toEqual({ without: 'appPasswordScope' })
})
