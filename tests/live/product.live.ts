import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#db/id.ts'
import { deliveryCount, snapshot } from '#db/schema.ts'
import { addAsset } from '#server/asset/add-asset.ts'
import { readInbox } from '#server/conversation/conversation.reads.ts'
import { inboxQuery } from '#server/conversation/inbox.rules.ts'
import { replyConversation } from '#server/conversation/reply-conversation.ts'
import { readThread } from '#server/conversation/thread.reads.ts'
import { perform } from '#server/core/verb.ts'
import { readPostDeliveries } from '#server/delivery/delivery.reads.ts'
import { publishPostNow, schedulePost } from '#server/delivery/schedule-post.ts'
import { readFigures } from '#server/metric/figures.reads.ts'
import { figuresInput, sumsOf } from '#server/metric/figures.rules.ts'
import { type BlueskyNetwork, blueskyNetwork } from './bluesky-network.ts'
import { type Person, personOf } from './bluesky-person.ts'
import { type LiveProduct, liveProduct } from './live-product.ts'

/** The whole product against a whole Bluesky network: a person plans, others approve, like, ask and are answered. */
let network: BlueskyNetwork
let product: LiveProduct
let ann: Person

beforeAll(async () => {
  network = await blueskyNetwork()
  product = await liveProduct(network, 'brand.test')
  ann = await personOf(network, 'annie.test')
})
afterAll(() => product?.drop())

const MINUTE = 60_000
async function sent(postId: string): Promise<string> {
  await product.reaches(postId, 'sent')
  await network.settle()
  return (await network.stored('brand.test')).at(-1)?.uri ?? ''
}

test('an approved post goes out at its minute, with its facets, image and description', async () => {
  const { owner, editor, app } = product
  const noise = { width: 600, height: 400, channels: 3 as const, background: '#446688' }
  const bytes = await sharp({ create: noise }).png().toBuffer()
  const { id: assetId } = await addAsset(editor, { bytes, name: 'cup.png' })
  const text = '안녕 @annie.test, see https://example.com/a #hello'
  const id = await product.approved(text, [{ assetId, alt: 'A blue cup' }])
  // The clock runs on, so far ahead of the real one that the next minute is near.
  product.ahead((2 * MINUTE - 8_000 - (Date.now() % MINUTE)) % MINUTE)
  const slot = Math.ceil(app.now() / MINUTE) * MINUTE
  const at = { local: new Date(slot).toISOString().slice(0, 16), zone: 'UTC' }
  await perform(editor, schedulePost, { id, at, confirmed: true })
  await new Promise((resolve) => setTimeout(resolve, slot - 1_000 - app.now()))
  expect(await readPostDeliveries(owner, id)).toMatchObject([{ state: 'planned', line: { said: 'due' } }])
  const uri = await sent(id)
  expect(app.now() - slot).toBeLessThan(10_000)
  const seen = await ann.post(uri)
  const kinds = seen.record.facets?.map(({ features }) => features[0]?.$type.split('#')[1])
  expect(seen.record.text).toBe(text)
  expect(kinds).toEqual(['mention', 'link', 'tag'])
  expect(seen.embed?.images?.[0]?.alt).toBe('A blue cup')
})

test('a post of several parts goes out as a thread, each part an answer to the one before', async () => {
  const { owner } = product
  const texts = [
    'Three things about our blend.',
    'It is dark. #blend',
    'It is fair: https://example.com/fair',
  ]
  const id = await product.approved(texts.join('\n---\n'))
  await perform(owner, publishPostNow, { id })
  await sent(id)
  const [one, two, three] = (await network.stored('brand.test')).slice(-3)
  expect([one, two, three].map((part) => part?.text)).toEqual(texts)
  expect(one?.reply).toBeNull()
  expect(two?.reply).toMatchObject({ root: { uri: one?.uri }, parent: { uri: one?.uri } })
  expect(three?.reply).toMatchObject({ root: { uri: one?.uri }, parent: { uri: two?.uri } })
  const below = async (uri = '') => (await ann.repliesTo(uri)).map(({ record }) => record.text)
  expect(await below(one?.uri)).toEqual([texts[1]])
  expect(await below(two?.uri)).toEqual([texts[2]])
  expect(await readPostDeliveries(owner, id)).toMatchObject([
    { line: { said: 'sent' }, parts: { sent: 3, all: 3 }, url: expect.stringMatching(/^https:/) },
  ])
})

test('a reply, a quote and a like arrive within 15 s, as conversations and figures; the answer appears there', async () => {
  const { owner } = product
  const id = await product.approved('Our new blend is here')
  await perform(owner, publishPostNow, { id })
  const uri = await sent(id)
  const [delivery] = await readPostDeliveries(owner, id)
  const reply = await ann.reply(uri, 'This is wonderful, I love it! Thank you')
  await ann.quote(uri, 'Look at what they brew, terrible')
  await ann.like(uri)
  const began = Date.now()
  const find = async (words: string) =>
    (await readInbox(owner, inboxQuery.parse({}))).rows.find(
      ({ handle, lastText }) => handle === 'annie.test' && lastText.includes(words),
    )
  await expect.poll(() => find('wonderful'), { timeout: 15_000, interval: 200 }).toBeTruthy()
  process.stdout.write(`a reply arrived after ${Date.now() - began} ms\n`)
  const row = await find('wonderful')
  expect(row).toMatchObject({ sentiment: 'positive', kind: 'reply' })
  const thread = await readThread(owner, row?.id ?? '')
  expect(thread.post?.id).toBe(id)

  const quote = await find('brew')
  expect(quote).toMatchObject({ sentiment: 'negative', kind: 'mention' })

  const { read } = product.app.store
  const { workspaceId } = owner
  const ours = and(
    eq(deliveryCount.workspaceId, workspaceId),
    eq(deliveryCount.deliveryId, delivery?.id ?? ''),
  )
  const counts = async () => (await read.select().from(deliveryCount).where(ours))[0]?.total
  await expect.poll(counts, { timeout: 15_000 }).toMatchObject({ likes: 1, comments: 1, shares: 1 })
  const kept = await read
    .select({ metric: snapshot.metric, value: snapshot.value })
    .from(snapshot)
    .where(and(eq(snapshot.workspaceId, workspaceId), eq(snapshot.subjectId, delivery?.id ?? '')))
  expect(kept).toContainEqual({ metric: 'likes', value: 1 })
  // The thread of before has answers of its own parts only: they count for nothing.
  const figures = await readFigures(owner, figuresInput.parse({}))
  expect(figures.parts).toContain('likes')
  expect(sumsOf(figures.days).engagements).toBe(3)

  const answer = { id: newId(), conversationId: row?.id ?? '', text: 'Thank you, Annie!' }
  await perform(owner, replyConversation, answer)
  const answered = async () => {
    await network.settle()
    return (await ann.repliesTo(reply)).map(({ record }) => record.text)
  }
  await expect.poll(answered, { timeout: 20_000, interval: 300 }).toEqual(['Thank you, Annie!'])
})
