import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { channel, delivery } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { blueskyChannel, deliveriesOf, draftPost, postRow } from '#tests/support/publishing.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { type BlueskyFake, type Fault, startBlueskyFake } from '../network/bluesky/fake.ts'
import { readPostDeliveries } from './delivery.reads.ts'
import { mayMove } from './delivery.rules.ts'
import { dropDelivery } from './drop-delivery.ts'
import { partsOf } from './parts.rules.ts'
import { resolveDelivery } from './resolve-delivery.ts'
import { retryDelivery } from './retry-delivery.ts'
import { publishPostNow, schedulePost } from './schedule-post.ts'

const PUT = 'com.atproto.repo.putRecord'
const GET = 'com.atproto.repo.getRecord'
const MINUTE = 60_000

let core: TestCore
let fake: BlueskyFake
let owner: Ctx
let teamId: string
let bluesky: string
beforeAll(async () => {
  core = await testCore()
})
beforeEach(async () => {
  fake = await startBlueskyFake()
  core.setNow(Date.now())
  const made = await core.workspace()
  owner = made.owner
  teamId = made.teamId
  bluesky = await blueskyChannel(owner, teamId, fake)
})
afterEach(async () => {
  core.setNow(undefined)
  await fake.close()
})
afterAll(() => core.drop())

const shown = () => [...fake.state.posts.values()].map((one) => one.record.text)
const pass = async (minutes = 0) => {
  core.setNow(core.app.now() + minutes * MINUTE)
  await core.runner.drain()
}
async function send(text: string, ...faults: Fault[]): Promise<{ post: string; id: string }> {
  for (const fault of faults) fake.fail(PUT, fault)
  const post = await draftPost(owner, teamId, [bluesky], text)
  const { deliveryIds } = await perform(owner, publishPostNow, { id: post })
  await pass()
  return { post, id: deliveryIds[0] ?? '' }
}
const stateOf = async (post: string) => {
  const [row] = await deliveriesOf(core, owner, post)
  if (!row) throw new Error('no delivery')
  const { state, reason, failures } = row
  return { state, reason, failures, waits: Math.round((row.tryAt - core.app.now()) / MINUTE) }
}

describe('what a network answers', () => {
  it('well: the address of the post is in the ledger', async () => {
    const { post } = await send('Hello #world')
    expect(await readPostDeliveries(owner, post)).toMatchObject([
      { state: 'sent', url: expect.stringMatching(/^https:/), parts: { sent: 1, all: 1 } },
    ])
  })

  it('that it is down: tried again after 1, 5 and 30 minutes, then failed', async () => {
    const down = { status: 503 }
    const { post } = await send('Later', down, down, down, down)
    for (const waits of [1, 5, 30]) {
      expect(await stateOf(post)).toMatchObject({ state: 'planned', reason: 'network.transient', waits })
      await pass(waits - 0.5)
      expect((await stateOf(post)).failures).toBe([1, 5, 30].indexOf(waits) + 1)
      await pass(0.5)
    }
    expect(await stateOf(post)).toMatchObject({ state: 'failed', reason: 'network.transient' })
    expect(shown()).toEqual([])
  })

  it('that we shall wait: as long as told', async () => {
    const reset = String(Math.ceil((core.app.now() + 7 * MINUTE) / 1000))
    const { post } = await send('Wait', { status: 429, headers: { 'ratelimit-reset': reset } })
    expect(await stateOf(post)).toMatchObject({ state: 'planned', reason: 'network.rateLimited', waits: 7 })
    await pass(8)
    expect(shown()).toEqual(['Wait'])
  })

  it('no: failed with its words, and sent again when a person says so', async () => {
    const { post, id } = await send('No', { status: 400, error: 'InvalidRequest' })
    expect(await stateOf(post)).toMatchObject({ state: 'failed', reason: 'network.rejected' })
    expect(await postRow(core, owner, post)).toMatchObject({ stage: 'scheduled' })
    await perform(owner, retryDelivery, { id })
    await pass()
    expect(shown()).toEqual(['No'])
    await expect(perform(owner, retryDelivery, { id })).rejects.toMatchObject({ code: 'delivery.notWaiting' })
  })

  it('that our access has ended: failed, the channel says so, nothing else is planned there', async () => {
    await pass() // the first poll is over: the send is what finds out
    fake.revoke(fake.state.accounts[0]!)
    const { post } = await send('Who?')
    expect(await stateOf(post)).toMatchObject({ state: 'failed', reason: 'network.authExpired' })
    const [row] = await core.app.store.read
      .select()
      .from(channel)
      .where(and(eq(channel.workspaceId, owner.workspaceId), eq(channel.id, bluesky)))
    expect(row).toMatchObject({ status: 'expired' })
    const other = await draftPost(owner, teamId, [bluesky])
    await expect(perform(owner, publishPostNow, { id: other })).rejects.toMatchObject({
      code: 'delivery.notConnected',
    })
  })

  it('nothing, though it did it: found there, not sent twice', async () => {
    const { post } = await send('Once', { status: 500, accepted: true })
    expect(await stateOf(post)).toMatchObject({ state: 'sent' })
    expect(shown()).toEqual(['Once'])
  })

  it('nothing, and did nothing: a transient error like any other', async () => {
    const { post } = await send('Nothing', { status: 500 })
    expect(await stateOf(post)).toMatchObject({ state: 'planned', reason: 'network.transient', waits: 1 })
    await pass(1)
    expect(shown()).toEqual(['Nothing'])
  })
})

describe('when nobody can say', () => {
  const silent = async () => {
    for (let i = 0; i < 4; i++) fake.fail(GET, { status: 500 })
    const sent = await send('Maybe', { status: 500, accepted: true })
    for (const minutes of [1, 5, 30]) {
      expect(await stateOf(sent.post)).toMatchObject({ state: 'sending', waits: minutes })
      await pass(minutes)
    }
    expect(await stateOf(sent.post)).toMatchObject({ state: 'ambiguous', reason: 'network.ambiguous' })
    return sent
  }
  it('a person is asked, and what they say counts', async () => {
    const { post, id } = await silent()
    for (const verb of [retryDelivery, dropDelivery])
      await expect(perform(owner, verb, { id })).rejects.toMatchObject({ code: 'delivery.resolveFirst' })
    await expect(perform(owner, schedulePost, { id: post, confirmed: true })).rejects.toMatchObject({
      code: 'delivery.resolveFirst',
    })
    await perform(owner, resolveDelivery, { id, outcome: 'sent' })
    expect(await postRow(core, owner, post)).toMatchObject({ stage: 'published' })
  })
  it('sending it again with the old key doubles nothing, even if the person was wrong', async () => {
    const { post, id } = await silent()
    await perform(owner, resolveDelivery, { id, outcome: 'send_again' })
    await pass()
    expect(await stateOf(post)).toMatchObject({ state: 'sent' })
    expect(shown()).toEqual(['Maybe'])
  })
})

describe('a thread', () => {
  it('that stops half way goes on where it stopped, and never begins anew', async () => {
    const post = await draftPost(owner, teamId, [bluesky], 'a\n---\nb\n---\nc')
    const { deliveryIds } = await perform(owner, publishPostNow, { id: post })
    // The first part arrives, the second meets the fault.
    const first = fake.state.posts.size
    const watch = setInterval(() => {
      if (fake.state.posts.size > first) {
        clearInterval(watch)
        fake.fail(PUT, { status: 503 })
      }
    }, 0)
    await pass()
    clearInterval(watch)
    expect(await stateOf(post)).toMatchObject({ state: 'planned', reason: 'network.transient' })
    const id = deliveryIds[0] ?? ''
    await expect(perform(owner, schedulePost, { id: post, confirmed: true })).rejects.toMatchObject({
      code: 'delivery.partlySent',
    })
    await perform(owner, retryDelivery, { id })
    await pass()
    expect(shown()).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['one', 25, ['one']],
    ['a\n---\nb', 25, ['a', 'b']],
    ['a\n---\n\n---\nb\n---', 25, ['a', 'b']],
    ['a\n---\nb', 1, ['a\n\nb']],
    ['---', 25, ['']],
    ['a --- b', 25, ['a --- b']],
  ])('%j in at most %i parts', (text, most, parts) => expect(partsOf(text, most)).toEqual(parts))
})

it('whatever the network answers and people do, nothing goes out twice and only known moves are made', async () => {
  const answer = fc.constantFrom<Fault>(
    // As if nothing were wrong.
    { accepted: true, status: 200 },
    { status: 503 },
    { status: 500 },
    { status: 500, accepted: true },
    { status: 400, error: 'InvalidRequest' },
    { status: 429, headers: { 'retry-after': '60' } },
  )
  const act = fc.constantFrom('wait', 'wait', 'retry', 'drop', 'resolve', 'schedule')
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { maxLength: 5 }),
      fc.array(act, { maxLength: 6 }),
      async (answers, acts) => {
        fake.clear()
        const text = `Post ${Math.random()}`
        const { post } = await send(text, ...answers)
        let before = new Map((await deliveriesOf(core, owner, post)).map((row) => [row.id, row.state]))
        for (const what of acts) {
          const [live] = (await deliveriesOf(core, owner, post)).filter((row) => row.state !== 'cancelled')
          const id = live?.id ?? ''
          const done = {
            wait: () => pass(31),
            retry: () => perform(owner, retryDelivery, { id }),
            drop: () => perform(owner, dropDelivery, { id }),
            resolve: () => perform(owner, resolveDelivery, { id, outcome: 'send_again' }),
            schedule: () => perform(owner, publishPostNow, { id: post }),
          }[what] as () => Promise<unknown>
          await done().catch((error: { name?: string }) => expect(error.name).toBe('Problem'))
          const after = await deliveriesOf(core, owner, post)
          for (const row of after) {
            const was = before.get(row.id)
            if (what !== 'wait' && was && was !== row.state) expect(mayMove(was, row.state)).toBe(true)
          }
          before = new Map(after.map((row) => [row.id, row.state]))
          expect(after.filter((row) => row.state !== 'cancelled').length).toBeLessThanOrEqual(1)
          expect(shown().filter((one) => one === text).length).toBeLessThanOrEqual(1)
        }
        const sent = (await deliveriesOf(core, owner, post)).some((row) => row.state === 'sent')
        if (sent) expect(shown()).toContain(text)
        await core.app.store.write(async (db) => {
          await db
            .update(delivery)
            .set({ state: 'cancelled' })
            .where(and(eq(delivery.workspaceId, owner.workspaceId), eq(delivery.postId, post)))
        })
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)
