import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { createPost } from '../post/create-post.ts'
import { markRead } from './mark-read.ts'
import { readNotifications } from './notification.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('tells the one concerned, never oneself nor who may not see it; marks one and all as read', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina' })
  const other = await core.team(owner, 'Iberia')
  const far = await core.member(owner, 'editor', { narrowedTo: [other] })
  const make = (assigneeId: string | null, title: string) =>
    createPost(owner, createPost.input.parse({ teamId, title, assigneeId }))
  await make(mina.memberId, 'For Mina')
  await make(mina.memberId, 'For Mina too')
  await make(owner.memberId, 'My own')
  await make(null, 'For nobody')
  await core.readers.drain(owner.workspaceId)
  await core.readers.drain(owner.workspaceId)
  const hers = await readNotifications(mina)
  expect(hers.unread).toBe(2)
  expect(hers.list.map(({ kind, title, by, read }) => ({ kind, title, by, read }))).toEqual([
    { kind: 'assigned', title: 'For Mina too', by: 'Olivia Owner', read: false },
    { kind: 'assigned', title: 'For Mina', by: 'Olivia Owner', read: false },
  ])
  expect((await readNotifications(owner)).list).toEqual([])
  expect((await readNotifications(far)).list).toEqual([])
  const first = hers.list[0]?.id ?? ''
  await expect(markRead(owner, { id: first })).rejects.toMatchObject({ code: 'request.notFound' })
  expect(await markRead(mina, { id: first })).toEqual({ count: 1 })
  expect((await readNotifications(mina)).unread).toBe(1)
  expect(await markRead(mina, {})).toEqual({ count: 1 })
  expect((await readNotifications(mina)).unread).toBe(0)
})
