import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf } from '#tests/support/posts.ts'
import { archiveCanvas } from '../canvas/change-canvas.ts'
import { createCanvas } from '../canvas/create-canvas.ts'
import { parseInput } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { readNotifications } from '../notification/notification.reads.ts'
import { placeOf } from '../notification/notification.rules.ts'
import { deleteComment } from './delete-comment.ts'
import { editComment } from './edit-comment.ts'
import { replyComment } from './reply-comment.ts'
import { reopenThread, resolveThread } from './resolve-thread.ts'
import { startCanvasThread } from './start-canvas-thread.ts'
import { readCanvasThreads } from './thread.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const about = { kind: 'object' as const, what: 'note' as const, words: 'Lanterns' }
const on = { key: 'a', about }

async function scene() {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina' })
  const viewer = await core.member(owner, 'viewer', { name: 'Vera' })
  const { id: canvasId } = await createCanvas(
    owner,
    parseInput(createCanvas.input, { name: 'Kick-off', teamId }),
  )
  return { owner, mina, viewer, teamId, canvasId }
}

it('is discussed by whoever may comment: reply, resolve, reopen, edit, delete; no words in the log', async () => {
  const { owner, mina, viewer, canvasId } = await scene()
  const id = newId()
  const first = { id, canvasId, on, body: 'Which bridge?', mentionIds: [mina.memberId!] }
  await startCanvasThread(viewer, first)
  await startCanvasThread(viewer, first)
  await replyComment(mina, { threadId: id, body: 'The old one', mentionIds: [] })
  await resolveThread(mina, { threadId: id })
  expect(await readCanvasThreads(owner, canvasId)).toMatchObject([
    {
      id,
      objectId: 'a',
      about,
      resolvedBy: mina.memberId,
      comments: [{ body: 'Which bridge?' }, { body: 'The old one' }],
    },
  ])
  await reopenThread(viewer, { threadId: id })
  const [thread] = await readCanvasThreads(viewer, canvasId)
  const [asked, answered] = thread!.comments
  await editComment(viewer, { commentId: asked!.id, body: 'Which of the bridges?', mentionIds: [] })
  expect(await codeOf(deleteComment(viewer, { commentId: answered!.id }))).toBe('comment.notYours')
  await deleteComment(mina, { commentId: answered!.id })
  await deleteComment(viewer, { commentId: asked!.id })
  expect(await readCanvasThreads(viewer, canvasId)).toEqual([])
  const log = await missed(core.app, owner, 0)
  if (!('events' in log)) throw new Error('too far')
  const said = log.events.filter((one) => 'type' in one && one.subjectId === canvasId)
  expect(said.slice(1)).toMatchObject([
    { type: 'canvas.commented', data: { id: canvasId, name: 'Kick-off', objectId: 'a', threadId: id } },
    { type: 'canvas.replied', data: { inThread: [viewer.memberId] } },
    { type: 'canvas.threadResolved' },
    { type: 'canvas.threadReopened' },
    { type: 'canvas.commentEdited' },
    { type: 'canvas.commentDeleted' },
    { type: 'canvas.commentDeleted' },
  ])
  expect(JSON.stringify(said)).not.toMatch(/bridge|The old one/)
})

it('keeps no title of a post it is on: not everybody on the canvas may see that post', async () => {
  const { owner, viewer, canvasId } = await scene()
  const post = { kind: 'object' as const, what: 'post' as const, words: 'Secret launch', postId: 'p' }
  const said = { canvasId, on: { key: 'a', about: post }, body: 'When?', mentionIds: [] }
  await startCanvasThread(owner, parseInput(startCanvasThread.input, said))
  const [thread] = await readCanvasThreads(viewer, canvasId)
  expect(thread?.about).toEqual({ ...post, words: '' })
})

it('tells whoever is mentioned or answered, with the way to the discussion', async () => {
  const { owner, mina, viewer, canvasId } = await scene()
  const { id } = await startCanvasThread(viewer, {
    canvasId,
    on,
    body: '@Mina?',
    mentionIds: [mina.memberId!],
  })
  await replyComment(mina, { threadId: id, body: 'Yes', mentionIds: [] })
  await core.readers.drain(owner.workspaceId)
  await core.readers.drain(owner.workspaceId)
  const [hers] = (await readNotifications(mina)).list
  expect(hers).toMatchObject({ kind: 'mention', title: 'Kick-off', by: 'Vera' })
  expect(placeOf(hers!)).toBe(`canvas/${canvasId}?thread=${id}`)
  const [his] = (await readNotifications(viewer)).list
  expect(his).toMatchObject({ kind: 'reply', title: 'Kick-off', canvasThread: id })
})

it('is nobody else’s', async () => {
  const { owner, mina, canvasId } = await scene()
  const other = await core.workspace('Other')
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { name: 'Far', narrowedTo: [region] })
  const { id } = await startCanvasThread(mina, { canvasId, on, body: 'Ours', mentionIds: [] })
  const [thread] = await readCanvasThreads(mina, canvasId)
  const commentId = thread!.comments[0]!.id
  const start = { canvasId, on, body: 'Mine', mentionIds: [] }
  const tries: [() => Promise<unknown>, string][] = [
    [() => startCanvasThread(regional, start), 'request.forbidden'],
    [() => startCanvasThread(other.owner, start), 'request.notFound'],
    [() => startCanvasThread(other.owner, { ...start, id }), 'request.notFound'],
    [() => replyComment(regional, { threadId: id, body: 'Hi', mentionIds: [] }), 'request.forbidden'],
    [() => replyComment(other.owner, { threadId: id, body: 'Hi', mentionIds: [] }), 'request.notFound'],
    [() => resolveThread(other.owner, { threadId: id }), 'request.notFound'],
    [() => editComment(other.owner, { commentId, body: 'Hi', mentionIds: [] }), 'request.notFound'],
    [() => deleteComment(regional, { commentId }), 'request.forbidden'],
    [() => readCanvasThreads(regional, canvasId), 'request.forbidden'],
    [() => readCanvasThreads(other.owner, canvasId), 'request.notFound'],
    [
      () => startCanvasThread(mina, { ...start, mentionIds: [regional.memberId!] }),
      'comment.mentionCannotSee',
    ],
  ]
  for (const [work, code] of tries) expect(await codeOf(work().then(() => 'done'))).toBe(code)
  await archiveCanvas(owner, { id: canvasId })
  expect(await codeOf(replyComment(mina, { threadId: id, body: 'Hi', mentionIds: [] }))).toBe(
    'request.notFound',
  )
})
