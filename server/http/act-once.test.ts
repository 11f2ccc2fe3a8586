import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makePost, rowOf } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { missed } from '../event/missed.ts'
import { changePost } from '../post/change-post.ts'
import { movePost } from '../post/move-post.ts'
import { rankBetween } from '../post/rank.rules.ts'
import { performOnce } from './act-once.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const eventsOf = async (ctx: Ctx) => {
  const log = await missed(core.app, ctx, 0)
  return 'events' in log ? log.events.length : -1
}

it('does an act that is sent twice under one key once, and answers alike', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  const input = {
    id: row.id,
    from: { stage: 'idea', rank: row.rank },
    to: { stage: 'draft', rank: row.rank },
  }
  const first = await performOnce(owner, movePost, input, 'key-1')
  // Meanwhile somebody takes it back: the second sending must not move it again.
  const back = {
    id: row.id,
    from: { stage: 'draft', rank: row.rank },
    to: { stage: 'idea', rank: rankBetween(row.rank, null) },
  }
  await movePost(owner, movePost.input.parse(back))
  const before = await eventsOf(owner)
  expect(await performOnce(owner, movePost, input, 'key-1')).toEqual(first)
  expect(await eventsOf(owner)).toBe(before)
  expect((await rowOf(owner, row.id)).stage).toBe('idea')
})

it('does it once when both are sent at the same moment', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  const before = await eventsOf(owner)
  const send = () => performOnce(owner, changePost, { id: row.id, title: 'Once' }, 'key-2')
  expect(await Promise.all([send(), send()])).toEqual([{ id: row.id }, { id: row.id }])
  expect(await eventsOf(owner)).toBe(before + 1)
})

it('keeps keys of two people apart, and refuses a key for another act', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor')
  const row = await makePost(owner, teamId)
  await performOnce(owner, changePost, { id: row.id, title: 'Mine' }, 'key-3')
  await performOnce(mina, changePost, { id: row.id, title: 'Hers' }, 'key-3')
  expect((await rowOf(owner, row.id)).title).toBe('Hers')
  expect(await codeOf(performOnce(owner, changePost, { id: row.id, title: 'Other' }, 'key-3'))).toBe(
    'api.keyReused',
  )
})

it('reads no deeper under a key than without one', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
  await performOnce(owner, changePost, { id: row.id, title: 'Mine', more: deep }, 'key-5')
  expect((await rowOf(owner, row.id)).title).toBe('Mine')
})

it('leaves a refused act free to be tried again under its key', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  const wanted = { id: row.id, title: 'Mine', from: { title: 'not this' } }
  expect(await codeOf(performOnce(owner, changePost, wanted, 'key-4'))).toBe('post.changedMeanwhile')
  await performOnce(owner, changePost, { ...wanted, from: { title: row.title } }, 'key-4')
  expect((await rowOf(owner, row.id)).title).toBe('Mine')
})

it('tells who changed what meanwhile, and writes over nothing', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina Kim' })
  const row = await makePost(owner, teamId, { title: 'Old' })
  await changePost(mina, { id: row.id, title: 'Hers' })
  const mine = changePost(owner, {
    id: row.id,
    title: 'Mine',
    assigneeId: owner.memberId,
    from: { title: 'Old' },
  })
  await expect(mine).rejects.toMatchObject({
    code: 'post.changedMeanwhile',
    status: 409,
    params: { name: 'Mina Kim', now: JSON.stringify({ title: 'Hers' }) },
  })
  expect(await rowOf(owner, row.id)).toMatchObject({ title: 'Hers', assigneeId: null })
  // The same words are no conflict, nor is what she did not touch.
  await changePost(owner, { id: row.id, title: 'Hers', from: { title: 'Old' } })
  await changePost(owner, { id: row.id, assigneeId: owner.memberId, from: { assigneeId: null } })
  expect(await rowOf(owner, row.id)).toMatchObject({ title: 'Hers', assigneeId: owner.memberId })
})
