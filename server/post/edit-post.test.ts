import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { testChannel, testPost } from '#tests/support/planned-post.ts'
import type { Ctx } from '../core/ctx.ts'
import { missed } from '../event/missed.ts'
import { askPen } from './ask-pen.ts'
import { readDraft } from './draft.reads.ts'
import { editPost } from './edit-post.ts'
import { givePen } from './give-pen.ts'
import { PEN_LEASE_MS } from './pen.rules.ts'
import { takePen } from './take-pen.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function scene() {
  const { owner, teamId } = await core.workspace()
  const alice = await core.member(owner, 'editor', { name: 'Alice' })
  const bob = await core.member(owner, 'editor', { name: 'Bob' })
  const channelId = await testChannel(owner, teamId)
  const postId = await testPost(alice, teamId, [channelId])
  return { owner, alice, bob, teamId, channelId, postId }
}
const edit = (ctx: Ctx, postId: string, base: number, text: string | null, variantId: string | null = null) =>
  editPost(ctx, { postId, base, text, variantId })

it('saves as one types and tells the others what changed', async () => {
  const { alice, bob, postId } = await scene()
  const { head } = await readDraft(bob, postId)
  expect(await edit(alice, postId, 0, 'Hello brave world')).toEqual({ revision: 1 })
  const seen = await missed(core.app, bob, head)
  if ('reload' in seen) throw new Error('too far')
  expect(seen.events).toMatchObject([
    { type: 'pen.moved', data: { memberId: alice.memberId } },
    { type: 'post.edited', data: { revision: 1, patch: { at: 6, del: 0, ins: 'brave ' }, voided: [] } },
  ])
})

it('refuses a save that was based on an older text, and changes nothing', async () => {
  const { alice, postId } = await scene()
  await edit(alice, postId, 0, 'One')
  await expect(edit(alice, postId, 0, 'Two')).rejects.toMatchObject({ code: 'draft.changedMeanwhile' })
  expect((await readDraft(alice, postId)).post).toMatchObject({ text: 'One', revision: 1 })
})

it('answers a save that was sent twice as if it were sent once', async () => {
  const { alice, postId } = await scene()
  await edit(alice, postId, 0, 'One')
  expect(await edit(alice, postId, 0, 'One')).toEqual({ revision: 1 })
})

it('lets one write at a time: held, asked for, given', async () => {
  const { alice, bob, postId } = await scene()
  await takePen(alice, { postId })
  await expect(takePen(bob, { postId })).rejects.toMatchObject({
    code: 'pen.held',
    params: { name: 'Alice' },
  })
  await expect(edit(bob, postId, 0, 'Mine')).rejects.toMatchObject({ code: 'pen.held' })
  expect(await askPen(bob, { postId })).toEqual({ taken: false })
  await expect(givePen(bob, { postId, memberId: bob.memberId })).rejects.toMatchObject({
    code: 'pen.notYours',
  })
  await givePen(alice, { postId, memberId: bob.memberId })
  expect((await readDraft(alice, postId)).pen).toBe(bob.memberId)
  await edit(bob, postId, 0, 'Mine')
  await givePen(bob, { postId, memberId: null })
  expect(await askPen(alice, { postId })).toEqual({ taken: true })
})

it('tells only the holder that the pen is asked for', async () => {
  const { owner, alice, bob, postId } = await scene()
  await takePen(alice, { postId })
  const { head } = await readDraft(bob, postId)
  await askPen(bob, { postId })
  const [holder, other] = [await missed(core.app, alice, head), await missed(core.app, owner, head)]
  if ('reload' in holder || 'reload' in other) throw new Error('too far')
  expect(holder.events).toMatchObject([{ type: 'pen.asked', data: { byName: 'Bob' } }])
  expect(Object.keys(other.events[0] ?? {})).toEqual(['n'])
})

it('frees the pen of somebody who is gone', async () => {
  const { alice, bob, postId } = await scene()
  const start = Date.now()
  core.setNow(start)
  await takePen(alice, { postId })
  core.setNow(start + PEN_LEASE_MS - 1)
  await expect(takePen(bob, { postId })).rejects.toMatchObject({ code: 'pen.held' })
  core.setNow(start + PEN_LEASE_MS)
  await takePen(bob, { postId })
  core.setNow(undefined)
  expect((await readDraft(alice, postId)).pen).toBe(bob.memberId)
})

it('gives a channel words of its own and takes them back', async () => {
  const { alice, postId } = await scene()
  const variantId = (await readDraft(alice, postId)).variants[0]?.id ?? ''
  await edit(alice, postId, 0, '짧게', variantId)
  await edit(alice, postId, 1, 'Long for everybody else')
  expect((await readDraft(alice, postId)).variants[0]?.text).toBe('짧게')
  await edit(alice, postId, 2, null, variantId)
  expect((await readDraft(alice, postId)).variants[0]?.text).toBe(null)
  await expect(edit(alice, postId, 3, null)).rejects.toMatchObject({ code: 'request.invalid' })
})

it('does not let a viewer write, nor anybody of another team or workspace', async () => {
  const { owner, postId } = await scene()
  const viewer = await core.member(owner, 'viewer')
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const stranger = (await core.workspace('Other')).owner
  await expect(edit(viewer, postId, 0, 'No')).rejects.toMatchObject({ code: 'request.forbidden' })
  await expect(takePen(viewer, { postId })).rejects.toMatchObject({ code: 'request.forbidden' })
  for (const other of [regional, stranger]) {
    await expect(edit(other, postId, 0, 'No')).rejects.toMatchObject({ code: 'request.notFound' })
    await expect(readDraft(other, postId)).rejects.toMatchObject({ status: expect.any(Number) })
  }
})

it('refuses pictures that are not the workspace’s', async () => {
  const { alice, postId } = await scene()
  const media = [{ assetId: 'elsewhere', alt: '' }]
  await expect(editPost(alice, { postId, base: 0, media, variantId: null })).rejects.toMatchObject({
    code: 'request.notFound',
  })
})
