import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { event, person } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { conversationsOf, inbound, messagesOf, receive } from '#tests/support/inbox.ts'
import { makeChannel } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Inbound } from '../network/connector.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function inbox(): Promise<{ owner: Ctx; teamId: string; channelId: string }> {
  const { owner, teamId } = await core.workspace()
  return { owner, teamId, channelId: await makeChannel(owner, teamId) }
}

it('makes a conversation of each person and thread, and says how it sounds', async () => {
  const { owner, channelId } = await inbox()
  const at = Date.now() - 10_000
  const min = { remoteId: 'min', handle: 'min', name: '민', avatarUrl: null }
  await receive(owner, channelId, [
    inbound({ remoteId: 'a1', text: 'I love this tea', at }),
    inbound({ remoteId: 'a2', threadId: 'a1', kind: 'reply', text: 'But it was late, terrible', at: at + 5 }),
    inbound({
      remoteId: 'b1',
      threadId: 'a1',
      author: min,
      text: '안녕하세요 반가워요',
      languages: ['ko'],
      at,
    }),
  ])
  const rows = await conversationsOf(owner)
  expect(rows).toHaveLength(2)
  expect(rows.find((row) => row.lastText.startsWith('But'))).toMatchObject({
    kind: 'reply',
    state: 'open',
    sentiment: 'negative',
    lastMessageAt: at + 5,
    lastInboundAt: at + 5,
  })
  const korean = (await messagesOf(owner)).find((row) => row.remoteId === 'b1')
  expect(korean).toMatchObject({ language: 'ko', sentiment: 'neutral', sentimentBy: 'none' })
})

it('tells in events who wrote where, and not a word of what', async () => {
  const { owner, channelId } = await inbox()
  await receive(owner, channelId, [inbound({ remoteId: 'x', text: 'xyzzy-secret' })])
  const rows = await core.app.store.read.select().from(event).where(eq(event.workspaceId, owner.workspaceId))
  const told = rows.filter(({ type }) => type === 'conversation.received')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({
    data: { isNew: true, reopened: false },
    audience: expect.stringMatching(/^conversation:read@/),
  })
  expect(JSON.stringify(rows)).not.toMatch(/xyzzy|ann\.test/)
})

it('takes in what a database refuses anywhere in a message, rather than stopping for it', async () => {
  const { owner, channelId } = await inbox()
  const replyTo = { kind: 'public' as const, rootUri: 'at://\0', rootCid: '\ud800' }
  const images = [{ url: 'https://pictures.test/a', alt: 'b\0' }]
  await receive(owner, channelId, [inbound({ remoteId: 'odd\0', text: 'h\0i', replyTo, images })])
  expect(await messagesOf(owner)).toMatchObject([
    { remoteId: 'odd', text: 'hi', remoteRef: { rootUri: 'at://', rootCid: '\ufffd' } },
  ])
})

it('keeps nothing of nonsense, and does not stop for it', async () => {
  const { owner, channelId } = await inbox()
  const broken = [
    null,
    { remoteId: 7 },
    { ...inbound({ remoteId: 'n1' }), at: Number.NaN },
    { ...inbound({ remoteId: 'n2' }), author: null },
    inbound({ remoteId: 'old', at: Date.now() - 90 * 24 * 3_600_000 }),
    inbound({ remoteId: 'ok', text: 'a\u0000b\ud800', url: 'javascript:alert(1)' }),
    inbound({ remoteId: 'ahead', threadId: 'ok', at: Date.now() + 9e9 }),
  ]
  await receive(owner, channelId, broken as Inbound[])
  const rows = await messagesOf(owner)
  expect(rows.map(({ remoteId }) => remoteId)).toEqual(['ok', 'ahead'])
  expect(rows[0]).toMatchObject({ text: 'ab\ufffd', remoteUrl: null })
  expect(rows[1]?.at).toBeLessThan(Date.now() + 6 * 60_000)
})

const people = ['ann', 'bo'].map((name) => ({ remoteId: name, handle: name, name, avatarUrl: null }))
const said = fc.record({
  id: fc.integer({ min: 0, max: 14 }),
  who: fc.integer({ min: 0, max: 1 }),
  thread: fc.integer({ min: 0, max: 2 }),
})
const kinds = ['mention', 'reply', 'quote'] as const

/** One history of the network: what an id says is always the same. */
const itemOf = ({ id, who, thread }: { id: number; who: number; thread: number }, base: number): Inbound =>
  inbound({
    remoteId: `m${id}`,
    threadId: `t${thread}`,
    author: people[who] as (typeof people)[number],
    kind: kinds[id % 3] as (typeof kinds)[number],
    text: ['good', 'bad', 'so so'][id % 3] as string,
    at: base + Math.floor(id / 2) * 10,
  })

it('gives the same conversations whatever the pages: split, overlapping, twice, in any order, after a crash', async () => {
  const base = Date.now() - 100_000
  const summary = async (ctx: Ctx) => {
    const names = new Map(
      (await core.app.store.read.select().from(person).where(eq(person.workspaceId, ctx.workspaceId))).map(
        (row) => [row.id, row.remoteId],
      ),
    )
    const rows = await conversationsOf(ctx)
    const messages = await messagesOf(ctx)
    return rows
      .map((row) => ({
        who: names.get(row.personId),
        thread: row.remoteThread,
        kind: row.kind,
        state: row.state,
        sentiment: row.sentiment,
        last: row.lastText,
        at: row.lastMessageAt,
        inboundAt: row.lastInboundAt,
        messages: messages
          .filter((one) => one.conversationId === row.id)
          .map((one) => one.remoteId)
          .sort(),
      }))
      .sort((a, b) => `${a.who}${a.thread}`.localeCompare(`${b.who}${b.thread}`))
  }
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(said, { selector: ({ id }) => id, minLength: 1, maxLength: 15 }),
      fc.array(fc.array(fc.nat({ max: 14 }), { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
      async (history, pages) => {
        const items = history.map((one) => itemOf(one, base))
        const [whole, pieces] = [await inbox(), await inbox()]
        await receive(whole.owner, whole.channelId, items)
        for (const page of pages) {
          const part = page.map((n) => items[n % items.length] as Inbound)
          await receive(pieces.owner, pieces.channelId, part)
        }
        // A crash: nothing of the page is kept, and it comes again.
        await expect(receive(pieces.owner, pieces.channelId, items, true)).rejects.toThrow('crash')
        await receive(pieces.owner, pieces.channelId, [...items].reverse())
        expect(await summary(pieces.owner)).toEqual(await summary(whole.owner))
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)
