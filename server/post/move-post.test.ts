import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, drag, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import { missed } from '../event/missed.ts'
import { readBoard } from './card.reads.ts'
import { movePost } from './move-post.ts'
import { rankBetween } from './rank.rules.ts'
import type { Stage } from './stage.rules.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('moves a card within its stage and to draft, and says so once', async () => {
  const { owner, teamId } = await core.workspace()
  const a = await makePost(owner, teamId, { title: 'a' })
  const b = await makePost(owner, teamId, { title: 'b' })
  const first = rankBetween(null, a.rank)
  expect(await drag(owner, b, { rank: first })).toEqual({ moved: true })
  expect((await readBoard(owner)).map((card) => card.title)).toEqual(['b', 'a'])
  await drag(owner, await rowOf(owner, b.id), { stage: 'draft' })
  expect((await rowOf(owner, b.id)).stage).toBe('draft')
  const log = await missed(core.app, owner, 5)
  expect('events' in log && log.events).toMatchObject([
    { type: 'post.moved', data: { id: b.id, set: { rank: first } } },
    { type: 'post.moved', data: { id: b.id, set: { stage: 'draft' } } },
  ])
})

it('lets the first of two win and tells the other who it was', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina Kim' })
  const row = await makePost(owner, teamId)
  await drag(mina, row, { stage: 'draft' })
  await expect(drag(owner, row, { rank: rankBetween(row.rank, null) })).rejects.toMatchObject({
    code: 'post.movedMeanwhile',
    status: 409,
    params: { name: 'Mina Kim' },
  })
  expect(await rowOf(owner, row.id)).toMatchObject({ stage: 'draft', rank: row.rank })
})

it('has one winner of twenty who drag the same card at once', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  const codes = await Promise.all(
    Array.from({ length: 20 }, () => codeOf(drag(owner, row, { rank: rankBetween(row.rank, null) }))),
  )
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
  expect(codes.filter((code) => code === 'post.movedMeanwhile')).toHaveLength(19)
})

it('takes a retry whose answer was lost for done', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  const rank = rankBetween(row.rank, null)
  await drag(owner, row, { rank })
  const before = await missed(core.app, owner, 0)
  expect(await drag(owner, row, { rank })).toEqual({ moved: true })
  expect(await missed(core.app, owner, 0)).toEqual(before)
})

it.each<[Stage, Stage, 'none' | 'required', object | string]>([
  ['idea', 'draft', 'required', { moved: true }],
  ['draft', 'in_review', 'required', { do: { verb: 'post.submit' } }],
  ['draft', 'in_review', 'none', 'stage.noReview'],
  ['draft', 'approved', 'required', 'stage.submitFirst'],
  ['draft', 'scheduled', 'required', 'stage.submitFirst'],
  ['draft', 'scheduled', 'none', { do: { verb: 'post.schedule', ask: 'sendTime' } }],
  ['in_review', 'approved', 'required', { do: { verb: 'approval.decide' } }],
  ['in_review', 'scheduled', 'required', 'stage.approveFirst'],
  ['in_review', 'draft', 'required', { do: { verb: 'post.withdraw', to: 'draft' } }],
  ['approved', 'scheduled', 'required', { do: { verb: 'post.schedule', ask: 'sendTime' } }],
  ['scheduled', 'approved', 'required', { do: { verb: 'post.unschedule' } }],
  ['scheduled', 'published', 'required', 'stage.publishedBySending'],
  ['published', 'draft', 'none', 'post.published'],
  ['published', 'published', 'none', 'post.published'],
])('from %s to %s with approval %s', async (stage, target, approval, answer) => {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId, approval)
  const made = await makePost(owner, teamId, { text: 'words', channelIds: [channelId] })
  await setPost(owner, made.id, { stage })
  const row = await rowOf(owner, made.id)
  const move = drag(owner, row, { stage: target, rank: rankBetween(row.rank, null) })
  if (typeof answer === 'string') expect(await codeOf(move)).toBe(answer)
  else expect(await move).toEqual(answer)
  if (!(typeof answer === 'object' && 'moved' in answer))
    expect(await rowOf(owner, made.id)).toMatchObject({ stage, rank: row.rank })
})

it('names what is missing for review', async () => {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId, 'required')
  const empty = await makePost(owner, teamId, { channelIds: [channelId], stage: 'draft' })
  expect(await codeOf(drag(owner, empty, { stage: 'in_review' }))).toBe('post.missing.text')
})

it('refuses ranks that nothing could be put around', () => {
  for (const rank of ['', '!', 'a', 'a00', 'x'.repeat(300)])
    expect(
      movePost.input.safeParse({
        id: 'p',
        from: { stage: 'idea', rank: 'a0' },
        to: { stage: 'idea', rank },
      }).success,
    ).toBe(false)
})

it('is nobody else’s: another workspace, another team, a reader', async () => {
  const { owner, teamId } = await core.workspace()
  const stranger = (await core.workspace('Other')).owner
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const viewer = await core.member(owner, 'viewer')
  const row = await makePost(owner, teamId)
  expect(await codeOf(drag(stranger, row, { stage: 'draft' }))).toBe('request.notFound')
  expect(await codeOf(drag(regional, row, { stage: 'draft' }))).toBe('request.notFound')
  expect(await codeOf(drag(viewer, row, { stage: 'draft' }))).toBe('request.forbidden')
  expect((await rowOf(owner, row.id)).stage).toBe('idea')
})
