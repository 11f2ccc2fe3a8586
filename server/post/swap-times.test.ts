import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { variant } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, setPost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { readChannelFeed } from './feed.reads.ts'
import { reschedulePost } from './reschedule-post.ts'
import { slotsOf } from './slots.rules.ts'
import { swapTimes } from './swap-times.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
  core.setNow(Date.parse('2026-03-20T12:00Z'))
})
afterAll(() => core.drop())

const NONE = { sendLocal: null, sendZone: null }
async function planned(ctx: Ctx, teamId: string, title: string, local: string, channelIds: string[]) {
  const row = await makePost(ctx, teamId, { title, channelIds })
  await reschedulePost(ctx, { id: row.id, from: NONE, to: { local, zone: 'UTC' }, confirmed: true })
  return { postId: row.id, sendLocal: local, sendZone: 'UTC' }
}
const grid = async (ctx: Ctx, channelId: string) =>
  (await readChannelFeed(ctx, channelId))
    .flatMap(slotsOf)
    .filter((slot) => slot.channelIds.includes(channelId))
    .map((slot) => [slot.title, slot.sendLocal])

async function scene() {
  const { owner, teamId } = await core.workspace()
  const [one, other] = [await makeChannel(owner, teamId), await makeChannel(owner, teamId)]
  const a = await planned(owner, teamId, 'A', '2026-04-01T09:00', [one])
  const b = await planned(owner, teamId, 'B', '2026-04-03T18:30', [one, other])
  return { owner, teamId, one, other, a, b }
}

it('two posts change times on a channel; what goes elsewhere stays', async () => {
  const { owner, one, other, a, b } = await scene()
  expect(await grid(owner, one)).toEqual([
    ['B', '2026-04-03T18:30'],
    ['A', '2026-04-01T09:00'],
  ])
  await swapTimes(owner, { channelId: one, a, b, confirmed: false })
  const sorted = (await grid(owner, one)).sort()
  expect(sorted).toEqual([
    ['A', '2026-04-03T18:30'],
    ['B', '2026-04-01T09:00'],
  ])
  expect(await grid(owner, other)).toEqual([['B', '2026-04-03T18:30']])
  // Seen as it was before: somebody was faster.
  expect(await codeOf(swapTimes(owner, { channelId: one, a, b, confirmed: false }))).toBe(
    'post.movedMeanwhile',
  )
})

it('both or neither: a time that asks, a published one, a stranger', async () => {
  const { owner, teamId, one, other, a, b } = await scene()
  const late = await planned(owner, teamId, 'Late', '2026-03-19T09:00', [one])
  const before = await grid(owner, one)
  const swap = (ctx: Ctx, x: typeof a, y: typeof a, channelId = one) =>
    codeOf(swapTimes(ctx, { channelId, a: x, b: y, confirmed: false }))
  expect(await swap(owner, a, late)).toBe('post.timePast')
  expect(await swap(owner, a, a)).toBe('request.invalid')
  expect(await swap(owner, a, b, other)).toBe('request.notFound')
  expect(await swap((await core.workspace('Other')).owner, a, b)).toBe('request.notFound')
  expect(await swap(await core.member(owner, 'viewer'), a, b)).toBe('request.forbidden')
  await setPost(owner, b.postId, { stage: 'published' })
  await owner.store.write((db) =>
    db
      .update(variant)
      .set({ stage: 'published' })
      .where(and(eq(variant.workspaceId, owner.workspaceId), eq(variant.postId, b.postId)))
      .then(() => undefined),
  )
  expect(await swap(owner, a, b)).toBe('draft.published')
  expect(await grid(owner, one)).toEqual(before)
})
