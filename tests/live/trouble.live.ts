import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitPost } from '#server/approval/submit-post.ts'
import { channelIo } from '#server/channel/channel-io.ts'
import { reconnectChannel } from '#server/channel/connect-channel.ts'
import { perform } from '#server/core/verb.ts'
import { readPostDeliveries } from '#server/delivery/delivery.reads.ts'
import { startPause, stopPause } from '#server/delivery/pause-publishing.ts'
import { resolveDelivery } from '#server/delivery/resolve-delivery.ts'
import { retryDelivery } from '#server/delivery/retry-delivery.ts'
import { publishPostNow, schedulePost } from '#server/delivery/schedule-post.ts'
import { editPost } from '#server/post/edit-post.ts'
import { movePost } from '#server/post/move-post.ts'
import { sendTimeAt } from '#server/time/send-time.rules.ts'
import { codeOf } from '../support/posts.ts'
import { draftPost, postRow } from '../support/publishing.ts'
import { type BlueskyNetwork, blueskyNetwork, type Strike } from './bluesky-network.ts'
import { type LiveProduct, liveProduct } from './live-product.ts'

/** What goes wrong on a real network: it goes away, it takes our access; and what must never go out. */
const HANDLE = 'trouble.test'
const MINUTE = 60_000
let network: BlueskyNetwork
let product: LiveProduct
let ahead = 0

beforeAll(async () => {
  network = await blueskyNetwork()
  product = await liveProduct(network, HANDLE)
})
afterAll(() => product?.drop())

function later(ms: number): void {
  ahead += ms
  product.ahead(ahead)
  product.app.signal.send('jobsAdded')
}
const times = async (text: string) => (await network.stored(HANDLE)).filter((one) => one.text === text).length
const slotOf = async (postId: string) => (await readPostDeliveries(product.owner, postId))[0]

test('while the network is down a slot says that it waits; when it is back it goes out once, by itself', async () => {
  const { owner } = product
  const id = await product.approved('After the storm')
  await network.down()
  await perform(owner, publishPostNow, { id })
  const waits = { state: 'planned', line: { said: 'not_sent', because: 'network.transient' } }
  await expect.poll(() => slotOf(id), { timeout: 15_000 }).toMatchObject(waits)
  const slot = await slotOf(id)
  expect((slot?.tryAt ?? 0) - product.app.now()).toBeGreaterThan(MINUTE / 2)
  // It is tried again, and the network is still not there.
  later(MINUTE)
  await expect.poll(async () => (await slotOf(id))?.tryAt, { timeout: 15_000 }).not.toBe(slot?.tryAt)
  expect(await slotOf(id)).toMatchObject(waits)
  await network.up()
  later(5 * MINUTE)
  await product.reaches(id, 'sent')
  later(30 * MINUTE)
  expect(await times('After the storm')).toBe(1)
  expect(await slotOf(id)).toMatchObject({ line: { said: 'sent' } })
})

test.each<[Strike, string]>([
  ['lost', 'before it was stored'],
  ['cut', 'after it was stored, before it said so'],
])('a network that goes down in the middle of a thread (%s: %s) gets each part once', async (how) => {
  const { owner } = product
  const texts = [1, 2, 3].map((n) => `Part ${n} of a thread that was ${how}`)
  const id = await product.approved(texts.join('\n---\n'))
  const { struck } = await network.strike(2, how)
  await perform(owner, publishPostNow, { id })
  await struck
  const because = expect.stringMatching(/^network\./)
  await expect
    .poll(() => slotOf(id), { timeout: 15_000 })
    .toMatchObject({ line: { said: 'not_sent', because }, parts: { sent: 1, all: 3 } })
  await network.up()
  later(MINUTE)
  await product.reaches(id, 'sent')
  const stored = (await network.stored(HANDLE)).filter(({ text }) => texts.includes(text))
  expect(stored.map(({ text }) => text)).toEqual(texts)
  expect(stored.map(({ reply }) => reply?.parent.uri)).toEqual([undefined, stored[0]?.uri, stored[1]?.uri])
})

test('a post without its approval does not go out, whatever is called, and the ledger says why', async () => {
  const { owner, editor, teamId, channelId } = product
  const { secret } = await product.token(owner)
  const at = { local: '2031-01-01T09:00', zone: 'UTC' }
  /** Everything that could bring it out; gives the codes of those that did not refuse. */
  async function everything(id: string): Promise<string[]> {
    const { stage, rank } = await postRow(product, owner, id)
    const slot = await slotOf(id)
    const refused = async (name: string, code: Promise<unknown>) => [name, await code] as const
    // From review to approved a drop asks for the decision: that is no refusal, and takes none.
    const targets = (['approved', 'scheduled', 'published'] as const).filter(
      (to) => stage !== 'in_review' || to !== 'approved',
    )
    const drops = targets.map((to) =>
      refused(
        `drop on ${to}`,
        codeOf(perform(owner, movePost, { id, from: { stage, rank }, to: { stage: to, rank } })),
      ),
    )
    const api = async (path: string, body?: object) => {
      const { status } = await product.call(secret, 'POST', path, body)
      return status < 300 ? 'done' : String(status)
    }
    const all = await Promise.all([
      refused('schedule', codeOf(perform(owner, schedulePost, { id, at }))),
      refused('send now', codeOf(perform(owner, publishPostNow, { id }))),
      refused('schedule by API', api(`/posts/${id}/schedule`, { at })),
      ...(slot
        ? [
            refused('send again', codeOf(perform(owner, retryDelivery, { id: slot.id }))),
            refused('say', codeOf(perform(owner, resolveDelivery, { id: slot.id, outcome: 'send_again' }))),
            refused('send again by API', api(`/deliveries/${slot.id}/retry`)),
          ]
        : []),
      ...drops,
    ])
    return all.filter(([, code]) => code === 'done').map(([name]) => name)
  }
  const id = await draftPost(editor, teamId, [channelId], 'Nobody approved this')
  expect(await everything(id)).toEqual([])
  await perform(editor, submitPost, { postId: id })
  expect(await everything(id)).toEqual([])

  // Approved, planned, and changed afterwards: its slot passes during a pause, and the pause ends.
  const changed = await product.approved('Approved words')
  const slot = sendTimeAt(product.app.now() + 10 * MINUTE, 'UTC')
  await perform(owner, schedulePost, { id: changed, at: { local: slot.local, zone: slot.zone } })
  const { revision } = await postRow(product, owner, changed)
  await perform(editor, editPost, { postId: changed, base: revision, text: 'Other words' })
  const pause = await perform(owner, startPause, { scope: 'workspace', value: '', reason: 'A storm' })
  later(11 * MINUTE)
  await product.reaches(changed, 'expired')
  expect(await slotOf(changed)).toMatchObject({ line: { said: 'not_sent', because: 'approval.voided' } })
  expect(await everything(changed)).toEqual([])
  await perform(owner, stopPause, { id: pause.id })
  expect(await everything(changed)).toEqual([])
  later(MINUTE)
  for (const text of ['Nobody approved this', 'Approved words', 'Other words'])
    expect(await times(text)).toBe(0)

  // With its approval it goes, by the very same acts.
  await product.approve(changed)
  const old = await slotOf(changed)
  await perform(owner, retryDelivery, { id: old?.id ?? '' })
  await product.reaches(changed, 'sent')
  expect(await times('Other words')).toBe(1)
})

test('a deleted app password makes the channel ask for a login; after it the post goes out, once', async () => {
  const { owner, channelId } = product
  const id = await product.approved('After the password was gone')
  await network.revoke(HANDLE)
  // The network lets a running session live for up to two hours more; here its end has come.
  const row = await product.channel()
  await channelIo(product.app, row).secrets.renew(async (now) => ({ ...now, accessJwt: 'ended' }))
  await perform(owner, publishPostNow, { id })
  const status = async () => (await product.channel()).status
  await expect.poll(status, { timeout: 30_000 }).toBe('expired')
  expect((await product.channel()).statusReason).toBeTruthy()
  await expect
    .poll(async () => (await slotOf(id))?.line, { timeout: 10_000 })
    .toMatchObject({
      said: 'not_sent',
      because: expect.stringMatching(/^(network.authExpired|channel.disconnected)$/),
    })
  const failed = await slotOf(id)
  expect(await codeOf(perform(owner, retryDelivery, { id: failed?.id ?? '' }))).toBe('delivery.notConnected')
  expect(await times('After the password was gone')).toBe(0)

  const fields = { service: network.url, handle: HANDLE, app_password: await network.renew(HANDLE) }
  await perform(owner, reconnectChannel, { channelId, fields })
  expect(await status()).toBe('connected')
  await perform(owner, retryDelivery, { id: failed?.id ?? '' })
  await product.reaches(id, 'sent')
  expect(await times('After the password was gone')).toBe(1)
})
