import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import { missed } from '../event/missed.ts'
import { readDirectory } from '../workspace/directory.reads.ts'
import { archivePost, restorePost } from './archive-post.ts'
import { readBoard } from './card.reads.ts'
import { changePost } from './change-post.ts'
import { createPost, createPostInput } from './create-post.ts'
import { readHistory } from './history.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('changes what is named and says only that', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  await changePost(owner, { id: row.id, title: 'Better', labels: ['summer'] })
  await changePost(owner, { id: row.id, title: 'Better', assigneeId: owner.memberId })
  await changePost(owner, { id: row.id, title: 'Better' })
  const log = await missed(core.app, owner, 4)
  const sets =
    'events' in log ? log.events.map((one) => 'data' in one && 'set' in one.data && one.data.set) : []
  expect(sets).toEqual([
    false,
    { title: 'Better', labels: [expect.any(String)], updatedAt: expect.any(Number) },
    { assigneeId: owner.memberId, updatedAt: expect.any(Number) },
  ])
})

it('adds, removes and brings back channels before review, never after', async () => {
  const { owner, teamId } = await core.workspace()
  const [a, b] = [await makeChannel(owner, teamId), await makeChannel(owner, teamId)]
  const row = await makePost(owner, teamId, { channelIds: [a, a] })
  const channels = async () => (await readBoard(owner))[0]?.channelIds.toSorted()
  await changePost(owner, { id: row.id, channelIds: [b] })
  expect(await channels()).toEqual([b])
  await changePost(owner, { id: row.id, channelIds: [a, b] })
  expect(await channels()).toEqual([a, b].sort())
  await setPost(owner, row.id, { stage: 'in_review' })
  expect(await codeOf(changePost(owner, { id: row.id, channelIds: [a] }))).toBe('post.channelsInReview')
  expect(await codeOf(changePost(owner, { id: row.id, channelIds: [a, b] }))).toBe('done')
})

it('ties nothing to another workspace, nor to a channel of a team one may not plan for', async () => {
  const { owner, teamId } = await core.workspace()
  const other = await core.workspace('Other')
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const row = await makePost(owner, teamId)
  const theirs = await makePost(other.owner, other.teamId)
  const foreign = await makeChannel(other.owner, other.teamId)
  const hq = await makeChannel(owner, teamId)
  const ours = await makePost(regional, region)
  const tries: [() => Promise<unknown>, string][] = [
    [() => changePost(owner, { id: theirs.id, title: 'Mine' }), 'request.notFound'],
    [() => changePost(owner, { id: row.id, channelIds: [foreign] }), 'request.notFound'],
    [() => changePost(owner, { id: row.id, assigneeId: other.owner.memberId }), 'request.notFound'],
    [() => changePost(owner, { id: row.id, campaignId: 'nothing' }), 'request.notFound'],
    [() => changePost(regional, { id: row.id, title: 'Mine' }), 'request.notFound'],
    [() => changePost(regional, { id: ours.id, channelIds: [hq] }), 'request.notFound'],
    [() => archivePost(regional, { id: row.id }), 'request.notFound'],
    [() => archivePost(other.owner, { id: row.id }), 'request.notFound'],
    [() => restorePost(owner, { id: row.id }), 'request.notFound'],
  ]
  for (const [work, code] of tries) expect(await codeOf(work())).toBe(code)
  expect(await rowOf(owner, row.id)).toEqual(row)
})

it('archives and restores, but nothing scheduled', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  await archivePost(owner, { id: row.id })
  expect(await readBoard(owner)).toEqual([])
  expect(await codeOf(changePost(owner, { id: row.id, title: 'x' }))).toBe('request.notFound')
  await restorePost(owner, { id: row.id })
  expect((await readBoard(owner)).map((card) => card.id)).toEqual([row.id])
  await setPost(owner, row.id, { stage: 'scheduled' })
  expect(await codeOf(archivePost(owner, { id: row.id }))).toBe('post.scheduled')
})

it('is given to somebody who may see it only, at its making too', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', {
    name: 'Ana',
    narrowedTo: [region],
    teamIds: [region],
  })
  const row = await makePost(owner, teamId)
  const assigneeId = regional.memberId
  await expect(changePost(owner, { id: row.id, assigneeId })).rejects.toMatchObject({
    code: 'post.assigneeCannotRead',
    field: 'assigneeId',
    params: { name: 'Ana' },
  })
  const made = createPost(owner, createPostInput.parse({ teamId, title: 'New', assigneeId }))
  expect(await codeOf(made)).toBe('post.assigneeCannotRead')
  await createPost(owner, createPostInput.parse({ teamId: region, title: 'Theirs', assigneeId }))
  const { members } = await readDirectory(owner)
  expect(members.find(({ id }) => id === assigneeId)?.reads).toEqual({
    posts: [region],
    conversations: [region],
  })
  expect(members.find(({ id }) => id === owner.memberId)?.reads.posts).toBe('all')
})

it('has a due time, an instant wherever one is', async () => {
  const { owner, teamId } = await core.workspace()
  const due = { local: '2026-12-01T18:00', zone: 'Asia/Seoul' }
  const row = await makePost(owner, teamId, { due })
  expect(row.dueAt).toBe(Date.UTC(2026, 11, 1, 9))
  await changePost(owner, { id: row.id, due: { ...due, zone: 'UTC' } })
  expect((await readBoard(owner))[0]?.dueAt).toBe(Date.UTC(2026, 11, 1, 18))
  await changePost(owner, { id: row.id, due: null })
  expect((await rowOf(owner, row.id)).dueAt).toBeNull()
  const { lines } = await readHistory(owner, row.id)
  expect(lines.map((line) => line.key)).toEqual(['dueCleared', 'due', 'created'])
})

it('takes an empty word for no id, not for nothing', async () => {
  const { owner, teamId } = await core.workspace()
  const row = await makePost(owner, teamId)
  for (const set of [{ campaignId: '' }, { assigneeId: '' }]) {
    expect(await codeOf(changePost(owner, { id: row.id, ...set }))).toBe('request.notFound')
    expect(await codeOf(makePost(owner, teamId, set))).toBe('request.notFound')
  }
})
