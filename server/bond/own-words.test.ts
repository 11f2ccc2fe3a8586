import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { post, variant } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf } from '#tests/support/posts.ts'
import { decideApproval } from '../approval/decide-approval.ts'
import { submitPost } from '../approval/submit-post.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import type { Ctx } from '../core/ctx.ts'
import { parseInput } from '../core/verb.ts'
import { editPost } from '../post/edit-post.ts'
import { loadWithVariants } from '../post/post-with-variants.ts'
import { takeChange } from './answer-change.ts'
import { readBond } from './bond.reads.ts'
import { lockFields } from './lock-fields.ts'
import { publishCampaign } from './publish-campaign.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

/** HQ's post and a region's of it, approved once by the region's lead; then HQ's Boss writes other words. */
async function scene() {
  const { owner, teamId: hq } = await core.workspace()
  const seoul = await core.team(owner, 'Seoul', 'Asia/Seoul')
  const boss = await core.member(owner, 'manager', { name: 'Boss' })
  const lead = await core.member(owner, 'manager', { name: 'Lead', narrowedTo: [seoul] })
  const editor = await core.member(owner, 'editor', { name: 'Ed', narrowedTo: [seoul] })
  await makeChannel(owner, seoul, 'required')
  const here = await makeChannel(owner, hq)
  const { id } = await createCampaign(owner, parseInput(createCampaign.input, { name: 'Winter', teamId: hq }))
  const words = { text: 'Hello', stage: 'draft' as const, campaignId: id, channelIds: [here] }
  const parent = await makePost(owner, hq, words)
  await publishCampaign(owner, parseInput(publishCampaign.input, { id, teamIds: [seoul] }))
  const rows = await owner.store.read.select().from(post).where(eq(post.workspaceId, owner.workspaceId))
  const childId = rows.find((row) => row.teamId === seoul)?.id ?? ''
  await submitPost(editor, { postId: childId })
  await approve(lead, childId)
  const { revision } = await rowOf(owner, parent.id)
  const edit = { postId: parent.id, base: revision, text: 'What Boss says' }
  await editPost(boss, parseInput(editPost.input, edit))
  await core.readers.drain(owner.workspaceId)
  return { owner, boss, lead, editor, seoul, campaignId: id, childId }
}

async function approve(ctx: Ctx, postId: string): Promise<void> {
  const loaded = await loadWithVariants(ctx.store.read, ctx.workspaceId, postId)
  const on = (loaded?.variants ?? []).map((one) => ({ variantId: one.row.id, hash: one.hash }))
  await decideApproval(ctx, parseInput(decideApproval.input, { postId, kind: 'approve', on }))
}

it.each(['takes', 'is given'])('nobody at HQ approves their own words that a region %s', async (how) => {
  const { owner, boss, lead, editor, seoul, campaignId, childId } = await scene()
  if (how === 'takes') {
    const { parent } = await readBond(editor, childId)
    const { revision } = await rowOf(owner, childId)
    const fields = { fields: ['text'], seen: parent?.seen.text ?? '', base: revision }
    await takeChange(editor, parseInput(takeChange.input, { id: childId, ...fields }))
  } else {
    await lockFields(owner, { id: campaignId, teamIds: [seoul], locked: ['text'] })
    await core.readers.drain(owner.workspaceId)
  }
  expect(await rowOf(owner, childId)).toMatchObject({ text: 'What Boss says' })
  const stages = await owner.store.read
    .select({ postId: variant.postId, stage: variant.stage })
    .from(variant)
    .where(eq(variant.workspaceId, owner.workspaceId))
  expect(stages.find((one) => one.postId === childId)?.stage).toBe('in_review')
  expect(await codeOf(approve(boss, childId))).toBe('approval.ownVersion')
  expect(await codeOf(approve(lead, childId))).toBe('done')
})
