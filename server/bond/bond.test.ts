import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bond, notification, post, variant } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import { decideApproval } from '../approval/decide-approval.ts'
import { submitPost } from '../approval/submit-post.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { changePost } from '../post/change-post.ts'
import { editPost } from '../post/edit-post.ts'
import { movePost } from '../post/move-post.ts'
import { reschedulePost } from '../post/reschedule-post.ts'
import { declineChange, takeChange } from './answer-change.ts'
import { readBond } from './bond.reads.ts'
import { readDrift } from './drift.reads.ts'
import { lockFields } from './lock-fields.ts'
import { publishCampaign } from './publish-campaign.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function scene(posts = 1) {
  const { owner, teamId: hq } = await core.workspace()
  const seoul = await core.team(owner, 'Seoul', 'Asia/Seoul')
  const iberia = await core.team(owner, 'Iberia', 'Europe/Madrid')
  const mina = await core.member(owner, 'manager', { name: 'Mina', narrowedTo: [seoul] })
  const here = await makeChannel(owner, hq)
  const there = await makeChannel(owner, seoul, 'required')
  const input = parseInput(createCampaign.input, { name: 'Winter', teamId: hq })
  const { id } = await createCampaign(owner, input)
  const parents = []
  for (let i = 0; i < posts; i++)
    parents.push(
      await makePost(owner, hq, {
        title: `Post ${i}`,
        text: 'Hello',
        stage: 'draft',
        campaignId: id,
        channelIds: [here],
      }),
    )
  const [parent] = parents
  if (!parent) throw new Error('no parent')
  return { owner, hq, seoul, iberia, mina, id, parent, there, here }
}
type Scene = Awaited<ReturnType<typeof scene>>

const publish = (ctx: Ctx, id: string, teamIds: string[], more: object = {}) =>
  publishCampaign(ctx, parseInput(publishCampaign.input, { id, teamIds, ...more }))
const childrenOf = async ({ owner }: Pick<Scene, 'owner'>, teamId: string) => {
  const rows = await owner.store.read.select().from(post).where(eq(post.workspaceId, owner.workspaceId))
  return rows.filter((row) => row.teamId === teamId).sort((a, b) => (a.rank < b.rank ? -1 : 1))
}
const childOf = async (of: Scene, teamId = of.seoul) => {
  const [row] = await childrenOf(of, teamId)
  if (!row) throw new Error('no child')
  return row
}
const write = async (ctx: Ctx, id: string, text: string) => {
  const { revision } = await rowOf(ctx, id)
  await editPost(ctx, parseInput(editPost.input, { postId: id, base: revision, text }))
  await core.readers.drain(ctx.workspaceId)
}
const rename = async (ctx: Ctx, id: string, title: string) => {
  await changePost(ctx, { id, title })
  await core.readers.drain(ctx.workspaceId)
}
const stateOfField = async (ctx: Ctx, id: string, field: string) =>
  (await readBond(ctx, id)).parent?.fields.find((one) => one.field === field)
const answer = async (verb: 'take' | 'decline', ctx: Ctx, id: string, fields: string[]) => {
  const seen = (await readBond(ctx, id)).parent?.seen ?? {}
  const given = { id, fields, seen: seen[fields.join()] ?? '' }
  const { revision } = await rowOf(ctx, id)
  if (verb === 'take') await takeChange(ctx, parseInput(takeChange.input, { ...given, base: revision }))
  else await declineChange(ctx, parseInput(declineChange.input, given))
}

it('gives regions posts of their own, on their channels, once', async () => {
  const of = await scene(2)
  await reschedulePost(of.owner, {
    id: of.parent.id,
    from: { sendLocal: null, sendZone: null },
    to: { local: '2036-12-10T09:00', zone: 'UTC' },
    confirmed: false,
  })
  expect(await publish(of.owner, of.id, [of.seoul, of.iberia])).toEqual({
    made: [
      { teamId: of.iberia, posts: 2 },
      { teamId: of.seoul, posts: 2 },
    ],
  })
  const child = await childOf(of)
  expect(child).toMatchObject({
    stage: 'draft',
    title: 'Post 0',
    text: 'Hello',
    campaignId: of.id,
    sendLocal: '2036-12-10T09:00',
    sendZone: 'Asia/Seoul',
  })
  const rows = await of.owner.store.read
    .select()
    .from(variant)
    .where(eq(variant.workspaceId, of.owner.workspaceId))
  expect(rows.filter((row) => row.postId === child.id).map((row) => row.channelId)).toEqual([of.there])
  // Again: only what is new.
  await makePost(of.owner, of.hq, { title: 'Later', campaignId: of.id })
  const again = await publish(of.owner, of.id, [of.seoul])
  expect(again.made).toEqual([{ teamId: of.seoul, posts: 1 }])
  expect(await childrenOf(of, of.seoul)).toHaveLength(3)
  expect((await publish(of.owner, of.id, [of.seoul])).made).toEqual([{ teamId: of.seoul, posts: 0 }])
})

it('tells a region’s leaders, and asks nobody who may not publish', async () => {
  const of = await scene()
  const editor = await core.member(of.owner, 'editor')
  const narrow = await core.member(of.owner, 'manager', { narrowedTo: [of.hq] })
  expect(await codeOf(publish(editor, of.id, [of.seoul]))).toBe('request.forbidden')
  expect(await codeOf(publish(of.mina, of.id, [of.seoul]))).toBe('request.forbidden')
  expect(await codeOf(publish(of.owner, of.id, [of.hq]))).toBe('bond.hqItself')
  // HQ's own manager may, though none of the region's posts is in their sight.
  expect(await codeOf(publish(narrow, of.id, [of.seoul]))).toBe('done')
  await core.readers.drain(of.owner.workspaceId)
  await core.readers.drain(of.owner.workspaceId)
  const told = await of.owner.store.read
    .select()
    .from(notification)
    .where(eq(notification.workspaceId, of.owner.workspaceId))
  expect(told.map(({ kind, memberId }) => [kind, memberId])).toEqual([
    ['campaignPublished', of.mina.memberId],
  ])
})

it('refuses a region’s edit of what HQ has locked, by every way', async () => {
  const of = await scene()
  await publish(of.owner, of.id, [of.seoul], { locked: ['title', 'text', 'time', 'labels'] })
  const child = await childOf(of)
  const [own] = await of.owner.store.read
    .select({ id: variant.id })
    .from(variant)
    .where(eq(variant.workspaceId, of.owner.workspaceId))
    .then((rows) => rows.slice(-1))
  const edit = (more: object) =>
    editPost(of.mina, parseInput(editPost.input, { postId: child.id, base: 0, ...more }))
  const to = { local: '2036-12-10T09:00', zone: 'UTC' }
  const from = { sendLocal: null, sendZone: null }
  const tries: [() => Promise<unknown>, string][] = [
    [() => edit({ text: 'Mine' }), 'bond.fieldLocked'],
    [() => edit({ text: 'Mine', variantId: own?.id }), 'bond.fieldLocked'],
    [() => edit({ text: 'Hello' }), 'done'],
    [() => changePost(of.mina, { id: child.id, title: 'Mine' }), 'bond.fieldLocked'],
    [() => changePost(of.mina, { id: child.id, labels: ['mine'] }), 'bond.fieldLocked'],
    [() => reschedulePost(of.mina, { id: child.id, from, to, confirmed: false }), 'bond.fieldLocked'],
    [() => changePost(of.mina, { id: child.id, assigneeId: of.mina.memberId }), 'done'],
  ]
  for (const [work, code] of tries) expect(await codeOf(work())).toBe(code)
  expect(await rowOf(of.owner, child.id)).toMatchObject({ text: 'Hello', title: 'Post 0' })
})

it('carries HQ’s edit of a locked field on, and the region’s approval is void by it', async () => {
  const of = await scene()
  const boss = await core.member(of.owner, 'manager', { name: 'Boss' })
  await publish(of.owner, of.id, [of.seoul], { locked: ['text'] })
  const child = await childOf(of)
  await submitPost(of.mina, parseInput(submitPost.input, { postId: child.id }))
  const [own] = (
    await of.owner.store.read.select().from(variant).where(eq(variant.workspaceId, of.owner.workspaceId))
  ).filter((row) => row.postId === child.id)
  await decideApproval(
    boss,
    parseInput(decideApproval.input, {
      postId: child.id,
      on: [{ variantId: own?.id, hash: own?.versionHash }],
      kind: 'approve',
    }),
  )
  expect((await rowOf(of.owner, child.id)).stage).toBe('approved')
  await write(of.owner, of.parent.id, 'Hello again')
  expect(await rowOf(of.owner, child.id)).toMatchObject({ text: 'Hello again', stage: 'in_review' })
  expect(await stateOfField(of.mina, child.id, 'text')).toMatchObject({ waiting: false, adapted: false })
  // What is out is left alone, and shows as behind.
  await setPost(of.owner, child.id, { stage: 'published' })
  await write(of.owner, of.parent.id, 'Too late')
  expect((await rowOf(of.owner, child.id)).text).toBe('Hello again')
  const drift = await readDrift(of.owner, of.id)
  expect(drift.rows[0]?.cells).toMatchObject({ [of.seoul]: { drift: 'sent', behind: 1 } })
})

it('lets the region take or decline what is not locked, each field by itself', async () => {
  const of = await scene()
  await publish(of.owner, of.id, [of.seoul, of.iberia])
  const child = await childOf(of)
  const other = await childOf(of, of.iberia)
  await write(of.mina, child.id, 'Annyeong')
  await write(of.owner, of.parent.id, 'Hello, world')
  await rename(of.owner, of.parent.id, 'Renamed')
  expect(await rowOf(of.owner, child.id)).toMatchObject({ text: 'Annyeong', title: 'Post 0' })
  expect(await stateOfField(of.mina, child.id, 'text')).toMatchObject({ adapted: true, waiting: true })
  expect(await stateOfField(of.mina, child.id, 'title')).toMatchObject({ adapted: false, waiting: true })
  const before = await readDrift(of.owner, of.id)
  expect(before.rows[0]?.cells).toMatchObject({ [of.seoul]: { drift: 'waiting', behind: 2 } })
  await answer('take', of.mina, child.id, ['title'])
  await answer('decline', of.mina, child.id, ['text'])
  expect(await rowOf(of.owner, child.id)).toMatchObject({ text: 'Annyeong', title: 'Renamed' })
  expect(await stateOfField(of.mina, child.id, 'text')).toMatchObject({ declined: true, waiting: false })
  const after = await readDrift(of.owner, of.id)
  expect(after.rows[0]?.cells).toMatchObject({
    [of.seoul]: { drift: 'declined', behind: 0 },
    [of.iberia]: { drift: 'waiting', behind: 2 },
  })
  // An answer to a change that is no longer the last one is refused.
  const seen = (await readBond(of.owner, other.id)).parent?.seen.text ?? ''
  await write(of.owner, of.parent.id, 'Once more')
  const late = declineChange(
    of.owner,
    parseInput(declineChange.input, { id: other.id, fields: ['text'], seen }),
  )
  expect(await codeOf(late)).toBe('bond.changedMeanwhile')
})

it('locks later, and then the region says what HQ says', async () => {
  const of = await scene()
  await publish(of.owner, of.id, [of.seoul])
  const child = await childOf(of)
  await write(of.mina, child.id, 'Annyeong')
  const lock = { id: of.id, teamIds: [of.seoul], locked: ['text' as const] }
  expect(await codeOf(lockFields(of.mina, lock))).toBe('request.forbidden')
  await lockFields(of.owner, lock)
  await core.readers.drain(of.owner.workspaceId)
  expect((await rowOf(of.owner, child.id)).text).toBe('Hello')
  await lockFields(of.owner, { ...lock, locked: [] })
  await write(of.mina, child.id, 'Annyeong')
  expect((await rowOf(of.owner, child.id)).text).toBe('Annyeong')
})

it('lets a region see and move only its own', async () => {
  const of = await scene()
  await publish(of.owner, of.id, [of.seoul, of.iberia])
  const sibling = await childOf(of, of.iberia)
  const own = await childOf(of)
  for (const target of [sibling, of.parent]) {
    const { stage, rank } = target
    const at = { stage, rank }
    const tries: (() => Promise<unknown>)[] = [
      () => changePost(of.mina, { id: target.id, title: 'x' }),
      () => editPost(of.mina, parseInput(editPost.input, { postId: target.id, base: 0, text: 'x' })),
      () => movePost(of.mina, { id: target.id, from: at, to: { ...at, stage: 'idea' } }),
      () => takeChange(of.mina, { id: target.id, fields: ['text'], seen: '', base: 0, confirmed: false }),
      () => declineChange(of.mina, { id: target.id, fields: ['text'], seen: '' }),
      () => readBond(of.mina, target.id),
    ]
    for (const work of tries) expect(await codeOf(work())).toBe('request.notFound')
  }
  const drift = await readDrift(of.mina, of.id)
  expect(drift.regions.map(({ id }) => id)).toEqual([of.seoul])
  expect(JSON.stringify(drift)).not.toContain(sibling.id)
  expect(await codeOf(changePost(of.mina, { id: own.id, title: 'Ours' }))).toBe('done')
  const other = await core.workspace('Other')
  expect(await codeOf(readDrift(other.owner, of.id))).toBe('request.notFound')
})

it('tells a region and HQ’s publishers what was published or locked there, and no other region', async () => {
  const of = await scene()
  const far = await core.member(of.owner, 'manager', { narrowedTo: [of.iberia] })
  const hanna = await core.member(of.owner, 'manager', { narrowedTo: [of.hq] })
  const writer = await core.member(of.owner, 'editor', { narrowedTo: [of.hq] })
  await publish(of.owner, of.id, [of.seoul])
  await lockFields(of.owner, { id: of.id, teamIds: [of.seoul], locked: ['text'] })
  const heard = async (ctx: Ctx) => {
    const log = await missed(core.app, ctx, 0)
    return 'events' in log ? log.events.filter((one) => 'type' in one && one.subjectId === of.id) : []
  }
  const types = async (ctx: Ctx) => (await heard(ctx)).map((one) => 'type' in one && one.type).slice(1)
  const [region, hq] = [['campaign.published', 'campaign.locked'], ['campaign.regionsChanged']]
  expect(await types(of.mina)).toEqual(region)
  expect(await types(hanna)).toEqual([...hq, ...hq])
  // The campaign is HQ's plan for everybody; who runs it elsewhere is not.
  for (const ctx of [far, writer]) {
    expect(await types(ctx)).toEqual([])
    expect(JSON.stringify(await heard(ctx))).not.toContain('Seoul')
  }
  expect(await types(of.owner)).toEqual(['campaign.published', ...hq, 'campaign.locked', ...hq])
  await core.readers.drain(of.owner.workspaceId)
  await core.readers.drain(of.owner.workspaceId)
  const told = await of.owner.store.read
    .select({ kind: notification.kind, memberId: notification.memberId })
    .from(notification)
    .where(eq(notification.workspaceId, of.owner.workspaceId))
  expect(told).toEqual([{ kind: 'campaignPublished', memberId: of.mina.memberId }])
})

it('publishes 200 posts to 5 regions in one piece', async () => {
  const { owner, teamId: hq } = await core.workspace()
  const { id } = await createCampaign(owner, parseInput(createCampaign.input, { name: 'Big', teamId: hq }))
  for (let i = 0; i < 200; i++) await makePost(owner, hq, { title: `Post ${i}`, campaignId: id })
  const teamIds = []
  for (const name of ['A', 'B', 'C', 'D', 'E']) teamIds.push(await core.team(owner, name))
  const { made } = await publish(owner, id, teamIds)
  expect(made.map(({ posts }) => posts)).toEqual([200, 200, 200, 200, 200])
  const bonds = await owner.store.read.select().from(bond).where(eq(bond.workspaceId, owner.workspaceId))
  expect(bonds).toHaveLength(1_000)
  expect((await readDrift(owner, id)).rows).toHaveLength(200)
}, 60_000)
