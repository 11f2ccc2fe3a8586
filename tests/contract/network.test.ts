import { beforeEach, describe, expect, test } from 'vitest'
import type { Inbound, Prepared, Sent } from '#server/network/connector.ts'
import type { NetworkDraft } from '#server/network/draft.rules.ts'
import { isNetworkProblem } from '#server/network/network-problem.ts'
import { blueskySubject } from './bluesky-subject.ts'
import { practiceSubject } from './practice-subject.ts'
import type { SendFault, Subject } from './subject.ts'

const draft = (...texts: string[]): NetworkDraft => ({ parts: texts.map((text) => ({ text, media: [] })) })
const image = { id: 'm1', mime: 'image/png', bytes: 100, width: 30, height: 20, alt: 'A red field' }
// What is stored between a crash and the next start is JSON.
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** What every connector promises, whatever its network. */
describe.each([
  ['bluesky', blueskySubject],
  ['practice', practiceSubject],
] as const)('%s', (_name, start) => {
  let subject: Subject
  beforeEach(async () => {
    subject = await start()
    return () => subject.stop()
  })

  const prepare = (what: NetworkDraft, at = Date.now()) => stored(subject.connector.prepare(what, { at }))
  const send = (prepared: Prepared, part = 0, sent: Sent[] = []) =>
    subject.connector.publish(prepared, part, sent, subject.io)
  const problem = (run: Promise<unknown>) =>
    run.then(
      () => null,
      (error) => (isNetworkProblem(error) ? error : Promise.reject(error)),
    )
  async function ingestAll(cursor: string | null) {
    const items = new Map<string, Inbound>()
    const counts = []
    for (;;) {
      const page = await subject.connector.ingest(cursor, subject.io)
      for (const item of page.items) items.set(item.remoteId, item)
      counts.push(...page.counts)
      cursor = page.cursor
      if (!page.more) return { items: [...items.values()], counts, cursor }
    }
  }

  describe('publishing', () => {
    test('twice with the same prepared is one post', async () => {
      const prepared = prepare(draft('Hello #world, see example.com'))
      const first = await send(prepared)
      expect(await send(prepared)).toEqual(first)
      expect(await subject.posts()).toHaveLength(1)
    })

    test('two prepared of the same draft and instant are two posts', async () => {
      const at = Date.now()
      await send(prepare(draft('Again'), at))
      await send(prepare(draft('Again'), at))
      expect(await subject.posts()).toHaveLength(2)
    })

    test('images go along', async () => {
      const prepared = prepare({ parts: [{ text: 'Look', media: [image] }] })
      await send(prepared)
      await send(prepared)
      expect(await subject.posts()).toMatchObject([{ text: 'Look', images: 1 }])
    })

    test('a thread goes on after a crash between its parts', async () => {
      const prepared = prepare(draft('one', 'two', 'three'))
      const one = await send(prepared)
      const standing = await subject.connector.reconcile(stored(prepared), subject.io)
      expect(standing.map(({ state }) => state)).toEqual(['sent', 'absent', 'absent'])
      expect(standing[0]).toEqual({ state: 'sent', sent: one })
      const two = await send(prepared, 1, stored([one]))
      await send(prepared, 2, stored([one, two]))
      const posts = await subject.posts()
      expect(posts.map(({ text }) => text)).toEqual(['one', 'two', 'three'])
      expect(posts.map(({ parentId }) => parentId)).toEqual([null, one.remoteId, two.remoteId])
    })

    test.each(['lost', 'broken', 'nonsense'] as SendFault[])(
      'an answer that is %s is ambiguous, and reconciling finds the post',
      async (fault) => {
        if (!subject.meets(fault)) return
        const prepared = prepare(draft('Only once'))
        subject.fail(fault)
        expect((await problem(send(prepared)))?.kind).toBe('ambiguous')
        expect(await subject.connector.reconcile(prepared, subject.io)).toMatchObject([{ state: 'sent' }])
        if (prepared.repeatable) await send(prepared)
        expect(await subject.posts()).toHaveLength(1)
      },
    )

    test.each([
      ['unavailable', 'transient'],
      ['refused', 'rejected'],
      ['rateLimited', 'rateLimited'],
    ] as const)('%s is %s, and nothing was sent', async (fault, kind) => {
      if (!subject.meets(fault)) return
      const prepared = prepare(draft('Not now'))
      subject.fail(fault)
      const began = Date.now()
      const met = await problem(send(prepared))
      expect(met?.kind).toBe(kind)
      if (kind === 'rateLimited') expect(met?.retryAt).toBeGreaterThan(began + 60_000)
      expect(await subject.connector.reconcile(prepared, subject.io)).toEqual([{ state: 'absent' }])
      expect(await subject.posts()).toHaveLength(0)
    })

    test('what validate refuses is refused by the network too', async () => {
      const long = draft('a'.repeat(600))
      const codes = subject.connector.validate(long).map(({ code }) => code)
      expect(codes).toContain('textTooLong')
      expect((await problem(send(prepare(long))))?.kind).toBe('rejected')
    })
  })

  describe('the session', () => {
    test('an expired token is renewed while we work', async () => {
      if (!subject.meets('expired')) return
      subject.expire()
      await Promise.all([send(prepare(draft('a'))), send(prepare(draft('b'))), send(prepare(draft('c')))])
      expect(await subject.posts()).toHaveLength(3)
    })

    test('a revoked access asks for a person, and tells no secret', async () => {
      if (!subject.meets('revoked')) return
      const secret = await subject.io.secrets.read()
      subject.revoke()
      for (const run of [() => send(prepare(draft('a'))), () => subject.connector.ingest(null, subject.io)]) {
        const met = await problem(run())
        expect(met?.kind).toBe('authExpired')
        for (const value of Object.values(secret))
          expect(`${met?.message} ${met?.detail}`).not.toContain(value)
      }
    })

    test('the account and what it can do', async () => {
      const { connector, io } = subject
      expect((await connector.profile(io)).remoteId).toBe(io.account.remoteId)
      const can = await connector.capabilities(io)
      expect(can).toMatchObject({ threads: true, replies: true, direct: true })
      expect(can.metrics).toContain('likes')
    })

    test('revoking twice is not an error', async () => {
      await subject.connector.auth.revoke(subject.io)
      await subject.connector.auth.revoke(subject.io)
    })
  })

  describe('ingest', () => {
    test('brings replies, mentions and messages, each once', async () => {
      const post = await send(prepare(draft('Ask us anything')))
      const start = await ingestAll(null)
      await subject.audience.reply(post, 'When do you open?')
      await subject.audience.mention('Hi there')
      await subject.audience.message('Psst')
      const { items, cursor } = await ingestAll(start.cursor)
      const brief = items.map(({ kind, text }) => [kind, text]).sort()
      expect(brief).toEqual([
        ['direct', 'Psst'],
        ['mention', 'Hi there'],
        ['reply', 'When do you open?'],
      ])
      const reply = items.find(({ kind }) => kind === 'reply')
      expect(reply).toMatchObject({ parentId: post.remoteId, threadId: post.remoteId })
      expect(new Set(items.map(({ remoteId }) => remoteId)).size).toBe(3)
      // Pages overlap, so an old one may come again, under the same id; nothing new may.
      const known = new Set(items.map(({ remoteId }) => remoteId))
      const again = await ingestAll(cursor)
      expect(again.items.filter(({ remoteId }) => !known.has(remoteId))).toEqual([])
    })

    test('many pages, interrupted and with news in between, lose nothing', async () => {
      const post = await send(prepare(draft('Storm')))
      let { cursor } = await ingestAll(null)
      for (let i = 0; i < 130; i++) await subject.audience.reply(post, `reply ${i}`)
      const texts = new Set<string>()
      const first = await subject.connector.ingest(cursor, subject.io)
      for (const { text } of first.items) texts.add(text)
      await subject.audience.reply(post, 'late')
      cursor = stored(first.cursor)
      for (let round = 0; round < 2; round++) {
        const rest = await ingestAll(cursor)
        for (const { text } of rest.items) texts.add(text)
        cursor = rest.cursor
      }
      expect(texts.size).toBe(131)
    })

    test('likes are counts', async () => {
      const post = await send(prepare(draft('Like me')))
      await subject.audience.like(post)
      await subject.audience.reply(post, 'I do')
      const [counts] = await subject.connector.metrics([post.remoteId, 'no-such-id'], subject.io)
      expect(counts).toMatchObject({ remoteId: post.remoteId, values: { likes: 1, comments: 1 } })
      const page = await ingestAll(null)
      expect(page.counts).toContainEqual(
        expect.objectContaining({ remoteId: post.remoteId, values: expect.objectContaining({ likes: 1 }) }),
      )
    })

    test('an answer to a reply hangs under it; a direct message is answered directly', async () => {
      const post = await send(prepare(draft('Ask us')))
      const { cursor } = await ingestAll(null)
      await subject.audience.reply(post, 'When?')
      await subject.audience.message('Psst')
      const { items } = await ingestAll(cursor)
      for (const item of items) {
        const options = { at: Date.now(), replyTo: stored(item.replyTo) }
        const prepared = stored(subject.connector.prepare(draft('At nine'), options))
        await send(prepared)
        expect(await subject.connector.reconcile(prepared, subject.io)).toMatchObject([{ state: 'sent' }])
      }
      const reply = items.find(({ kind }) => kind === 'reply')
      expect((await subject.posts()).filter(({ parentId }) => parentId === reply?.remoteId)).toHaveLength(1)
    })
  })
})
