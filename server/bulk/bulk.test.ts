import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { missed } from '../event/missed.ts'
import { readBoard } from '../post/card.reads.ts'
import { changePost } from '../post/change-post.ts'
import { ranksBetween } from '../post/rank.rules.ts'
import { addStage } from '../stage/change-stage.ts'
import { bulkPosts } from './bulk-posts.ts'
import { undoBulk } from './undo-bulk.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('changes many at once and puts exactly that back', async () => {
  const { owner, teamId } = await core.workspace()
  const a = await makePost(owner, teamId, { title: 'A', labels: ['Old', 'Kept'] })
  const b = await makePost(owner, teamId, { title: 'B', labels: ['New'] })
  const [old = ''] = a.labels
  const [fresh = ''] = b.labels
  const answer = await bulkPosts(owner, {
    postIds: [a.id, b.id, a.id],
    action: {
      kind: 'change',
      assigneeId: owner.memberId,
      due: { local: '2030-01-02T10:00', zone: 'UTC' },
      addLabelIds: [fresh],
      removeLabelIds: [old],
    },
  })
  expect(answer).toMatchObject({ refused: [], done: [a.id, b.id] })
  expect(await rowOf(owner, a.id)).toMatchObject({
    assigneeId: owner.memberId,
    dueAt: Date.UTC(2030, 0, 2, 10),
    labels: [a.labels[1], fresh],
  })
  expect((await rowOf(owner, b.id)).labels).toEqual([fresh])
  await undoBulk(owner, { bulkId: answer.undoId ?? '' })
  for (const row of [a, b]) {
    const { updatedAt: _, ...was } = row
    expect(await rowOf(owner, row.id)).toMatchObject(was)
  }
  expect(await codeOf(undoBulk(owner, { bulkId: answer.undoId ?? '' }))).toBe('request.notFound')
})

it('judges each as if alone: nothing of a refused one stays, the others do, in one piece of the log', async () => {
  const { owner, teamId } = await core.workspace()
  const channel = await makeChannel(owner, teamId, 'required')
  const ready = await makePost(owner, teamId, {
    title: 'Ready',
    text: 'Words',
    stage: 'draft',
    channelIds: [channel],
  })
  const empty = await makePost(owner, teamId, { title: 'Empty', stage: 'draft', channelIds: [channel] })
  const bare = await makePost(owner, teamId, { title: 'Bare', text: 'Words', stage: 'draft' })
  const answer = await bulkPosts(owner, {
    postIds: [ready.id, empty.id, bare.id, newId()],
    action: { kind: 'move', stage: 'in_review' },
  })
  expect(answer.done).toEqual([ready.id])
  expect(answer.refused.map(({ title, code }) => [title, code])).toEqual([
    ['Empty', 'post.missing.text'],
    ['Bare', 'post.missing.channel'],
    ['', 'request.notFound'],
  ])
  expect((await rowOf(owner, ready.id)).stage).toBe('in_review')
  expect((await rowOf(owner, empty.id)).stage).toBe('draft')
  const log = await missed(core.app, owner, 6)
  expect('events' in log && log.events.map((one) => 'type' in one && one.type)).toEqual(['post.submitted'])
  const back = await undoBulk(owner, { bulkId: answer.undoId ?? '' })
  expect(back).toMatchObject({ done: [ready.id], refused: [] })
  expect(await rowOf(owner, ready.id)).toMatchObject({ stage: 'draft' })
})

it('leaves alone what somebody has changed since, and says so', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina' })
  const [a, b] = [
    await makePost(owner, teamId, { title: 'A' }),
    await makePost(owner, teamId, { title: 'B' }),
  ]
  const { undoId } = await bulkPosts(owner, {
    postIds: [a.id, b.id],
    action: { kind: 'change', assigneeId: owner.memberId },
  })
  await changePost(mina, { id: a.id, assigneeId: mina.memberId })
  // Another fact is another matter.
  await changePost(mina, { id: b.id, title: 'Better' })
  expect(await codeOf(undoBulk(mina, { bulkId: undoId ?? '' }))).toBe('request.notFound')
  const back = await undoBulk(owner, { bulkId: undoId ?? '' })
  expect(back.done).toEqual([b.id])
  expect(back.refused).toMatchObject([{ title: 'A', code: 'bulk.changedSince' }])
  expect(await rowOf(owner, a.id)).toMatchObject({ assigneeId: mina.memberId })
  expect(await rowOf(owner, b.id)).toMatchObject({ assigneeId: null, title: 'Better' })
})

it('moves, archives and brings back; undone, each stands where it stood', async () => {
  const { owner, teamId } = await core.workspace()
  const rows = [await makePost(owner, teamId, { title: 'A' }), await makePost(owner, teamId, { title: 'B' })]
  const postIds = rows.map((row) => row.id)
  const moved = await bulkPosts(owner, { postIds, action: { kind: 'move', stage: 'draft' } })
  const now = await Promise.all(postIds.map((id) => rowOf(owner, id)))
  expect(now.map((row) => row.stage)).toEqual(['draft', 'draft'])
  expect((now[0]?.rank ?? '') < (now[1]?.rank ?? '')).toBe(true)
  await undoBulk(owner, { bulkId: moved.undoId ?? '' })
  for (const { id, rank } of rows) expect(await rowOf(owner, id)).toMatchObject({ stage: 'idea', rank })
  const gone = await bulkPosts(owner, { postIds, action: { kind: 'archive' } })
  expect((await rowOf(owner, rows[0]!.id)).archivedAt).not.toBeNull()
  const again = await bulkPosts(owner, { postIds, action: { kind: 'archive' } })
  expect(again).toMatchObject({ undoId: null, done: [], refused: [{ code: 'request.notFound' }, {}] })
  await undoBulk(owner, { bulkId: gone.undoId ?? '' })
  expect((await rowOf(owner, rows[0]!.id)).archivedAt).toBeNull()
})

it('takes posts from one channel to another, the words with them when it is undone; past draft it says why not', async () => {
  const { owner, teamId } = await core.workspace()
  const [x, y, z] = [
    await makeChannel(owner, teamId),
    await makeChannel(owner, teamId),
    await makeChannel(owner, teamId),
  ]
  const both = await makePost(owner, teamId, { title: 'Both', channelIds: [x, z] })
  const bare = await makePost(owner, teamId, { title: 'Bare' })
  const sent = await makePost(owner, teamId, { title: 'Sent', stage: 'draft', channelIds: [x] })
  await setPost(owner, sent.id, { stage: 'in_review' })
  const channelsOf = async (id: string) =>
    (await readBoard(owner)).find((one) => one.id === id)?.channelIds.toSorted()
  const channel = { from: x, to: y }
  const answer = await bulkPosts(owner, {
    postIds: [both.id, bare.id, sent.id],
    action: { kind: 'move', stage: 'draft', set: { channel } },
  })
  expect(answer).toMatchObject({ done: [both.id, bare.id], refused: [{ title: 'Sent' }] })
  expect(await channelsOf(both.id)).toEqual([y, z].sort())
  expect(await channelsOf(bare.id)).toEqual([y])
  expect(await channelsOf(sent.id)).toEqual([x])
  await undoBulk(owner, { bulkId: answer.undoId ?? '' })
  expect(await channelsOf(both.id)).toEqual([x, z].sort())
  expect(await channelsOf(bare.id)).toEqual([])
  expect(await rowOf(owner, both.id)).toMatchObject({ stage: 'idea', rank: both.rank })
  const out = await bulkPosts(owner, {
    postIds: [both.id, sent.id],
    action: { kind: 'change', channel: { from: x, to: null } },
  })
  expect(out).toMatchObject({ done: [both.id], refused: [{ code: 'post.channelsInReview' }] })
  expect(await channelsOf(both.id)).toEqual([z])
})

it('is for those who may, team by team, and done once when an answer was lost', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const other = await core.workspace('Other')
  const [hq, ours] = [await makePost(owner, teamId), await makePost(owner, region)]
  const action = { kind: 'change', campaignId: null, assigneeId: regional.memberId } as const
  const answer = await bulkPosts(regional, { postIds: [hq.id, ours.id], action })
  expect(answer).toMatchObject({
    done: [ours.id],
    refused: [{ id: hq.id, title: '', code: 'request.notFound' }],
  })
  expect(await codeOf(bulkPosts(other.owner, { postIds: [hq.id], action }))).toBe('request.notFound')
  const id = newId()
  for (let i = 0; i < 2; i++)
    expect(await bulkPosts(owner, { id, postIds: [ours.id], action: { kind: 'archive' } })).toMatchObject({
      undoId: id,
      done: [ours.id],
    }) // What somebody else has done under an id is not told to who asks under it.
  const again = bulkPosts(regional, { id, postIds: [ours.id], action: { kind: 'restore' } })
  expect(await codeOf(again)).toBe('request.conflict')
})

it('fills a stage up to its limit, and beyond it when that is meant', async () => {
  const { owner, teamId } = await core.workspace()
  const { id: design } = await addStage(owner, { teamId, name: 'Design', limit: 1 })
  const rows = [await makePost(owner, teamId, { title: 'A' }), await makePost(owner, teamId, { title: 'B' })]
  const action = { kind: 'move' as const, stage: 'draft' as const, workingIds: [design] }
  const answer = await bulkPosts(owner, {
    postIds: rows.map(({ id }) => id),
    action,
  })
  expect(answer.refused).toMatchObject([{ title: 'B', code: 'stage.full' }])
  const [, b = rows[0]!] = rows
  await bulkPosts(owner, { postIds: [b.id], action: { ...action, confirmed: true } })
  expect(await rowOf(owner, b.id)).toMatchObject({ stage: 'draft', workingId: design })
})

it('puts several between two cards, in another campaign; undone, each stands where it stood', async () => {
  const { owner, teamId } = await core.workspace()
  const autumn = await createCampaign(
    owner,
    createCampaign.input.parse({ teamId, name: 'Autumn', startsOn: '2026-11-01', endsOn: '2026-12-01' }),
  )
  const make = (title: string) => makePost(owner, teamId, { title, stage: 'draft' })
  const [a, b, c] = [await make('A'), await make('B'), await make('C')]
  const idea = await makePost(owner, teamId, { title: 'Idea' })
  const ranks = ranksBetween(a.rank, b.rank, 2)
  const answer = await bulkPosts(owner, {
    postIds: [idea.id, c.id],
    action: { kind: 'move', stage: 'draft', ranks, above: a.id, below: b.id, set: { campaignId: autumn.id } },
  })
  expect(answer).toMatchObject({ done: [idea.id, c.id], refused: [] })
  const now = { stage: 'draft', campaignId: autumn.id }
  expect(await rowOf(owner, idea.id)).toMatchObject({ ...now, rank: ranks[0] })
  expect(await rowOf(owner, c.id)).toMatchObject({ ...now, rank: ranks[1] })
  const back = await undoBulk(owner, { bulkId: answer.undoId ?? '' })
  expect(back).toMatchObject({ refused: [] })
  for (const { id, stage, rank, campaignId } of [idea, c])
    expect(await rowOf(owner, id)).toMatchObject({ stage, rank, campaignId })
})
