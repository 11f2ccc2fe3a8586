import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { testChannel, testPost } from '#tests/support/planned-post.ts'
import { missed } from '../event/missed.ts'
import { readDraft } from '../post/draft.reads.ts'
import { editPost } from '../post/edit-post.ts'
import { deleteComment } from './delete-comment.ts'
import { editComment } from './edit-comment.ts'
import { replyComment } from './reply-comment.ts'
import { reopenThread, resolveThread } from './resolve-thread.ts'
import { startThread } from './start-thread.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function scene() {
  const { owner, teamId } = await core.workspace()
  const alice = await core.member(owner, 'editor', { name: 'Alice' })
  const viewer = await core.member(owner, 'viewer', { name: 'Vera' })
  const postId = await testPost(alice, teamId, [await testChannel(owner, teamId)])
  return { owner, alice, viewer, teamId, postId }
}
const world = { variantId: null, anchor: { start: 6, end: 11, quote: 'world' } }

it('discusses a range of the text: reply, resolve, reopen; no stage moves', async () => {
  const { alice, viewer, postId } = await scene()
  const { head } = await readDraft(alice, postId)
  const { id } = await startThread(viewer, {
    postId,
    on: world,
    body: 'Which?',
    mentionIds: [alice.memberId!],
  })
  await replyComment(alice, { threadId: id, body: 'Ours', mentionIds: [] })
  await resolveThread(alice, { threadId: id })
  await resolveThread(alice, { threadId: id })
  let [thread] = (await readDraft(viewer, postId)).threads
  expect(thread).toMatchObject({
    anchor: { ...world.anchor, gone: false },
    resolvedBy: alice.memberId,
    comments: [{ body: 'Which?' }, { body: 'Ours' }],
  })
  await reopenThread(viewer, { threadId: id })
  const after = await readDraft(viewer, postId)
  thread = after.threads[0]
  expect(thread?.resolvedAt).toBeNull()
  expect(after.post.stage).toBe('draft')
  const seen = await missed(core.app, alice, head)
  if ('reload' in seen) throw new Error('too far')
  expect(seen.events).toMatchObject([
    {
      type: 'comment.started',
      data: { set: { openThreads: 1 }, mentionIds: [alice.memberId], quote: 'world' },
    },
    { type: 'comment.replied', data: { inThread: [viewer.memberId] } },
    { type: 'thread.resolved', data: { set: { openThreads: 0 } } },
    { type: 'thread.reopened', data: { set: { openThreads: 1 } } },
  ])
  expect(JSON.stringify(seen.events)).not.toContain('Which?')
})

it('carries the range through edits, says when it is gone, and finds it again', async () => {
  const { alice, postId } = await scene()
  await startThread(alice, { postId, on: world, body: 'Here', mentionIds: [] })
  let base = 0
  const type = async (text: string) => {
    base = (await editPost(alice, { postId, base, text, variantId: null })).revision
    return (await readDraft(alice, postId)).threads[0]?.anchor
  }
  expect(await type('Oh, hello big world')).toMatchObject({ start: 14, end: 19, gone: false })
  expect(await type('Oh, hello')).toMatchObject({ gone: true, quote: 'world' })
  expect(await type('Oh, hello world')).toMatchObject({ start: 10, gone: false })
})

it('hangs a comment where the words are by now', async () => {
  const { alice, viewer, postId } = await scene()
  await editPost(alice, { postId, base: 0, text: 'Well, hello world', variantId: null })
  await startThread(viewer, { postId, on: world, body: 'Late', mentionIds: [] })
  const { threads } = await readDraft(viewer, postId)
  expect(threads[0]?.anchor).toMatchObject({ start: 12, end: 17, gone: false })
})

it('hangs a comment on the nearest of several places where short words stand by now', async () => {
  const { alice, viewer, postId } = await scene()
  await editPost(alice, { postId, base: 0, text: 'Oh, tea at noon is tea.', variantId: null })
  const on = { variantId: null, anchor: { start: 15, end: 18, quote: 'tea' } }
  await startThread(viewer, { postId, on, body: 'Which?', mentionIds: [] })
  const { threads } = await readDraft(viewer, postId)
  expect(threads[0]?.anchor).toMatchObject({ start: 19, end: 22, gone: false })
})

it('lets people change and delete only their own words', async () => {
  const { alice, viewer, postId } = await scene()
  await startThread(viewer, { postId, on: null, body: 'Mine', mentionIds: [] })
  const comment = (await readDraft(viewer, postId)).threads[0]?.comments[0]
  const commentId = comment?.id ?? ''
  await expect(editComment(alice, { commentId, body: 'Hers', mentionIds: [] })).rejects.toMatchObject({
    code: 'comment.notYours',
  })
  await editComment(viewer, { commentId, body: 'Better', mentionIds: [] })
  const [edited] = (await readDraft(viewer, postId)).threads
  expect(edited?.comments[0]).toMatchObject({ body: 'Better', editedAt: expect.any(Number) })
  await expect(deleteComment(alice, { commentId })).rejects.toMatchObject({ code: 'comment.notYours' })
  await deleteComment(viewer, { commentId })
  expect((await readDraft(viewer, postId)).threads).toEqual([])
})

it('hides another team’s comment from whoever may not read that team', async () => {
  const { owner, alice, postId } = await scene()
  const region = await core.team(owner, 'Iberia')
  const far = await core.member(owner, 'editor', { narrowedTo: [region] })
  await startThread(alice, { postId, on: null, body: 'Ours', mentionIds: [] })
  const commentId = (await readDraft(alice, postId)).threads[0]?.comments[0]?.id ?? ''
  const gone = { code: 'request.notFound' }
  await expect(editComment(far, { commentId, body: 'Theirs', mentionIds: [] })).rejects.toMatchObject(gone)
  await expect(deleteComment(far, { commentId })).rejects.toMatchObject(gone)
})

it('mentions only people who can see it, and makes one comment of a retry', async () => {
  const { owner, alice, postId } = await scene()
  const region = await core.team(owner, 'Iberia')
  const far = await core.member(owner, 'editor', { name: 'Far', narrowedTo: [region] })
  const input = { postId, on: null, body: 'Hi', mentionIds: [far.memberId!] }
  await expect(startThread(alice, input)).rejects.toMatchObject({
    code: 'comment.mentionCannotSee',
    params: { name: 'Far' },
  })
  await expect(startThread(far, { ...input, mentionIds: [] })).rejects.toMatchObject({
    code: 'request.notFound',
  })
  const id = newId()
  await startThread(alice, { ...input, id, mentionIds: [] })
  await startThread(alice, { ...input, id, mentionIds: [] })
  expect((await readDraft(alice, postId)).threads).toHaveLength(1)
})
