import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decision, version } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { testChannel, testPost } from '#tests/support/planned-post.ts'
import type { Ctx } from '../core/ctx.ts'
import { readDraft } from '../post/draft.reads.ts'
import { editPost } from '../post/edit-post.ts'
import { givePen } from '../post/give-pen.ts'
import { readHistory } from '../post/history.reads.ts'
import type { DecisionKind } from './approval.rules.ts'
import { decideApproval } from './decide-approval.ts'
import { DEFAULT_FLOW, type Flow, NO_FLOW } from './flow.rules.ts'
import { approvalQuestion } from './question.ts'
import { submitPost } from './submit-post.ts'
import { withdrawPost } from './withdraw-post.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function scene(flow: Flow = DEFAULT_FLOW) {
  const { owner, teamId } = await core.workspace()
  const alice = await core.member(owner, 'manager', { name: 'Alice' })
  const bob = await core.member(owner, 'manager', { name: 'Bob' })
  const channelId = await testChannel(owner, teamId, flow)
  const postId = await testPost(alice, teamId, [channelId])
  return { owner, alice, bob, teamId, channelId, postId }
}

async function type(ctx: Ctx, postId: string, text: string, variantId: string | null = null) {
  const { revision } = (await readDraft(ctx, postId)).post
  await editPost(ctx, { postId, base: revision, text, variantId })
  await givePen(ctx, { postId, memberId: null })
}

async function decide(
  ctx: Ctx,
  postId: string,
  kind: DecisionKind = 'approve',
  comment = '',
  which?: string[],
) {
  const { variants } = await readDraft(ctx, postId)
  const on = variants
    .filter((one) => (which ? which.includes(one.id) : one.stage === 'in_review'))
    .map(({ id, hash }) => ({ variantId: id, hash }))
  return decideApproval(ctx, { postId, kind, comment, on })
}
const stages = async (ctx: Ctx, postId: string) => {
  const { post, variants } = await readDraft(ctx, postId)
  return [post.stage, ...variants.map((one) => one.stage)]
}

it('goes from draft through review to approved by somebody else', async () => {
  const { alice, bob, postId } = await scene()
  await submitPost(alice, { postId })
  expect(await stages(alice, postId)).toEqual(['in_review', 'in_review'])
  expect(await decide(bob, postId)).toEqual({ approved: true })
  expect(await stages(alice, postId)).toEqual(['approved', 'approved'])
})

it('never lets writers or submitters approve their own, whatever is sent', async () => {
  const { owner, alice, bob, postId } = await scene()
  await type(bob, postId, 'Hello from Bob')
  await submitPost(owner, { postId })
  for (const self of [alice, bob, owner])
    await expect(decide(self, postId)).rejects.toMatchObject({ code: 'approval.ownVersion' })
  const editor = await core.member(owner, 'editor')
  await expect(decide(editor, postId)).rejects.toMatchObject({ code: 'request.forbidden' })
  expect(await stages(alice, postId)).toEqual(['in_review', 'in_review'])
})

it('lets them where the flow says so', async () => {
  const { alice, postId } = await scene({ ...DEFAULT_FLOW, allowSelf: true })
  await submitPost(alice, { postId })
  expect(await decide(alice, postId)).toEqual({ approved: true })
})

it('wants a reason for changes, sends back to draft and takes it up again', async () => {
  const { alice, bob, postId } = await scene()
  await submitPost(alice, { postId })
  await expect(decide(bob, postId, 'changes')).rejects.toMatchObject({ code: 'approval.commentRequired' })
  await decide(bob, postId, 'changes', 'Shorter, please')
  expect(await stages(alice, postId)).toEqual(['draft', 'draft'])
  await type(alice, postId, 'Hi')
  await submitPost(alice, { postId })
  const { variants } = await readDraft(bob, postId)
  expect(variants[0]?.approval.seen?.text).toBe('Hello world')
  await decide(bob, postId)
  expect(await stages(alice, postId)).toEqual(['approved', 'approved'])
})

it('voids an approval with the edit that follows it, in the same transaction', async () => {
  const { alice, bob, owner, postId } = await scene()
  await submitPost(alice, { postId })
  await decide(bob, postId)
  await type(bob, postId, 'Hello wörld')
  expect(await stages(alice, postId)).toEqual(['in_review', 'in_review'])
  const draft = await readDraft(owner, postId)
  expect(draft.variants[0]?.approval).toMatchObject({ state: 'open', voided: true })
  await expect(decide(bob, postId)).rejects.toMatchObject({ code: 'approval.ownVersion' })
  const { lines } = await readHistory(owner, postId)
  expect(lines[0]?.key).toBe('editedVoided')
  await decide(owner, postId)
  expect(await stages(alice, postId)).toEqual(['approved', 'approved'])
})

it('stands again when the approved words return', async () => {
  const { alice, bob, postId } = await scene()
  await submitPost(alice, { postId })
  await decide(bob, postId)
  await type(alice, postId, 'Hello world!')
  await type(alice, postId, 'Hello world')
  expect(await stages(alice, postId)).toEqual(['approved', 'approved'])
})

it('refuses a decision on words that have changed since they were read', async () => {
  const { alice, bob, postId } = await scene()
  await submitPost(alice, { postId })
  const { variants } = await readDraft(bob, postId)
  const on = variants.map(({ id, hash }) => ({ variantId: id, hash }))
  await type(alice, postId, 'Something else')
  await expect(decideApproval(bob, { postId, kind: 'approve', comment: '', on })).rejects.toMatchObject({
    code: 'approval.stale',
  })
})

it('voids only the channel whose words were edited', async () => {
  const { owner, alice, bob, teamId, channelId } = await scene()
  const second = await testChannel(owner, teamId)
  const postId = await testPost(alice, teamId, [channelId, second])
  const [first] = (await readDraft(alice, postId)).variants
  await type(alice, postId, 'Own words', first?.id)
  await submitPost(alice, { postId })
  await decide(bob, postId)
  await type(alice, postId, 'Other own words', first?.id)
  const { variants } = await readDraft(bob, postId)
  expect(variants.map((one) => [one.id === first?.id, one.stage]).sort()).toEqual([
    [false, 'approved'],
    [true, 'in_review'],
  ])
})

it('keeps a version with its writers at submission, and the send asks about exactly that', async () => {
  const { alice, bob, owner, postId } = await scene()
  await submitPost(alice, { postId })
  await decide(bob, postId)
  const [one] = (await readDraft(alice, postId)).variants
  const [kept] = await core.app.store.read
    .select()
    .from(version)
    .where(and(eq(version.workspaceId, owner.workspaceId), eq(version.variantId, one?.id ?? '')))
  expect(kept).toMatchObject({ hash: one?.hash, authorIds: [alice.memberId] })
  const question = await approvalQuestion(
    core.app.store.read,
    { id: one?.id ?? '', workspaceId: owner.workspaceId, submittedBy: alice.memberId },
    { teamId: 'any', flow: DEFAULT_FLOW },
    one?.hash ?? '',
  )
  expect(question.decisions).toHaveLength(1)
})

it('withdraws, and refuses what makes no sense', async () => {
  const { alice, owner, teamId, postId } = await scene()
  await expect(withdrawPost(alice, { postId, to: 'draft' })).rejects.toMatchObject({
    code: 'approval.nothingToWithdraw',
  })
  await submitPost(alice, { postId })
  await expect(submitPost(alice, { postId })).rejects.toMatchObject({ code: 'approval.nothingToSubmit' })
  await withdrawPost(alice, { postId, to: 'draft' })
  expect(await stages(alice, postId)).toEqual(['draft', 'draft'])
  const nowhere = await testPost(alice, teamId, [])
  await expect(submitPost(alice, { postId: nowhere })).rejects.toMatchObject({ code: 'draft.noChannel' })
  const open = await testChannel(owner, teamId, NO_FLOW)
  const free = await testPost(alice, teamId, [open])
  await expect(submitPost(alice, { postId: free })).rejects.toMatchObject({ code: 'stage.noReview' })
  const empty = await testPost(alice, teamId, [await testChannel(owner, teamId)], ' ')
  await expect(submitPost(alice, { postId: empty })).rejects.toMatchObject({ code: 'draft.empty' })
})

it('counts a version that is named twice in one decision once', async () => {
  const { alice, bob, postId } = await scene()
  await submitPost(alice, { postId })
  const [one] = (await readDraft(bob, postId)).variants.map(({ id, hash }) => ({ variantId: id, hash }))
  if (!one) throw new Error('no variant')
  await decideApproval(bob, { postId, kind: 'approve', comment: '', on: [one, one] })
  const rows = await bob.store.read.select().from(decision).where(eq(decision.workspaceId, bob.workspaceId))
  expect(rows).toHaveLength(1)
})

it('never lets anybody approve words of theirs that a channel only now inherits', async () => {
  const { owner, alice, bob, postId } = await scene()
  const carol = await core.member(owner, 'manager', { name: 'Carol' })
  const [variantId = ''] = (await readDraft(alice, postId)).variants.map((one) => one.id)
  await type(alice, postId, 'Words of its own', variantId)
  await type(bob, postId, 'What Bob would like to say')
  await submitPost(alice, { postId })
  await decide(carol, postId)
  const { revision } = (await readDraft(alice, postId)).post
  await editPost(alice, { postId, base: revision, variantId, text: null })
  expect(await stages(alice, postId)).toEqual(['in_review', 'in_review'])
  await expect(decide(bob, postId)).rejects.toMatchObject({ code: 'approval.ownVersion' })
  expect(await decide(carol, postId)).toEqual({ approved: true })
})

it('takes what was rejected again only once it is another', async () => {
  const { owner, alice, bob, postId } = await scene()
  const carol = await core.member(owner, 'manager', { name: 'Carol' })
  await submitPost(alice, { postId })
  await decide(bob, postId, 'reject', 'Wrong season')
  expect(await stages(alice, postId)).toEqual(['draft', 'draft'])
  const unchanged = { code: 'approval.rejectedUnchanged', params: { channel: expect.any(String) } }
  for (const who of [alice, bob, carol])
    await expect(submitPost(who, { postId })).rejects.toMatchObject(unchanged)
  expect((await readDraft(alice, postId)).variants[0]?.approval.rejected?.text).toBe('Hello world')
  await type(alice, postId, 'Hello winter')
  expect((await readDraft(alice, postId)).variants[0]?.approval.rejected).toBeNull()
  await submitPost(alice, { postId })
  // Typing the rejected words into what is under review is no way round it.
  await type(alice, postId, 'Hello world')
  expect(await stages(alice, postId)).toEqual(['draft', 'draft'])
  await expect(submitPost(alice, { postId })).rejects.toMatchObject(unchanged)
  await type(alice, postId, 'Hello winter')
  await submitPost(alice, { postId })
  expect(await decide(carol, postId)).toEqual({ approved: true })
})
