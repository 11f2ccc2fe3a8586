import sharp from 'sharp'
import { bluesky } from '#server/network/bluesky/bluesky.ts'
import { type Fault, startBlueskyFake } from '#server/network/bluesky/fake.ts'
import { mintTid } from '#server/network/bluesky/tid.ts'
import type { Io } from '#server/network/connector.ts'
import { memorySecrets } from '#server/network/memory-secrets.ts'
import { createOutbound } from '#server/platform/outbound.ts'
import type { SendFault, Subject } from './subject.ts'

const PUT = 'com.atproto.repo.putRecord'
/** Made when it is met: it says until when the network refuses. */
const faults = (): Record<SendFault, Fault> => ({
  lost: { hang: true, accepted: true },
  broken: { status: 500, accepted: true },
  nonsense: { body: '"what?"', accepted: true },
  rateLimited: {
    status: 429,
    error: 'RateLimitExceeded',
    headers: { 'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 120) },
  },
  unavailable: { status: 503 },
  refused: { status: 400, error: 'InvalidRequest' },
})

export async function blueskySubject(): Promise<
  Subject & { fake: Awaited<ReturnType<typeof startBlueskyFake>> }
> {
  const fake = await startBlueskyFake()
  const outbound = createOutbound({ allow: [new URL(fake.url).host], timeoutMs: 2_000 })
  const { state } = fake
  const us = state.addAccount('us.test', 'com.atproto.appPassPrivileged')
  const ann = state.addAccount('ann.test', 'com.atproto.appPass')
  const base = { workspaceId: 'w', fetch: outbound.fetch, now: () => Date.now() }
  const input = { service: fake.url, handle: us.handle, app_password: us.password }
  const { account, secret } = await bluesky.auth.complete(input, null, base)
  const picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()
  const io: Io = { ...base, account, secrets: memorySecrets(secret), media: async () => picture }
  const say = (text: string, more: object = {}) => {
    state.put(ann.did, mintTid(Date.now()), { text, createdAt: new Date().toISOString(), ...more })
  }
  return {
    fake,
    connector: bluesky,
    io,
    posts: async () =>
      [...state.posts.values()]
        .filter(({ did }) => did === us.did)
        .map(({ uri, record }) => ({
          id: uri,
          text: record.text,
          parentId: record.reply?.parent.uri ?? null,
          images: (record.embed as { images?: unknown[] } | undefined)?.images?.length ?? 0,
        })),
    audience: {
      async reply(to, text) {
        const ref = { uri: to.ref.uri ?? '', cid: to.ref.cid ?? '' }
        say(text, { reply: { root: ref, parent: ref } })
      },
      mention: async (text) => say(text, { facets: [{ features: [{ did: us.did }] }] }),
      like: async (to) => state.like(ann.did, to.remoteId),
      message: async (text) => void state.message(ann.did, 'c1', text),
    },
    fail: (fault) => fake.fail(PUT, faults()[fault]),
    meets: () => true,
    expire: () => fake.expireTokens(),
    revoke: () => fake.revoke(us),
    async stop() {
      await fake.close()
      await outbound.close()
    },
  }
}
