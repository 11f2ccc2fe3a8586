import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { conversationsOf, inbound, receive } from '#tests/support/inbox.ts'
import { testChannel } from '#tests/support/planned-post.ts'
import { changeChannel } from '../channel/change-channel.ts'
import { readHead } from '../core/at-head.ts'
import type { Ctx } from '../core/ctx.ts'
import { missed } from '../event/missed.ts'
import { assignConversation } from './assign-conversation.ts'
import { readInbox } from './conversation.reads.ts'
import { inboxQuery } from './inbox.rules.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const seen = async (ctx: Ctx) => (await readInbox(ctx, inboxQuery.parse({}))).rows.map(({ id }) => id)

it('moves with its channel: the old team loses sight of it, the new one gains it, both are told', async () => {
  const { owner, teamId: hq } = await core.workspace()
  const seoul = await core.team(owner, 'Seoul')
  const old = await core.member(owner, 'agent', { narrowedTo: [hq], teamIds: [hq] })
  const new_ = await core.member(owner, 'agent', { narrowedTo: [seoul], teamIds: [seoul] })
  const channelId = await testChannel(owner, hq)
  const other = await testChannel(owner, hq)
  await receive(owner, channelId, [inbound({ remoteId: 'a' }), inbound({ remoteId: 'b', threadId: 'b' })])
  await receive(owner, other, [inbound({ remoteId: 'stays' })])
  const mine = (await conversationsOf(owner)).filter((one) => one.channelId === channelId).map(({ id }) => id)
  const [first = ''] = mine
  await assignConversation(owner, { id: first, assigneeId: old.memberId })
  expect(await seen(old)).toHaveLength(3)
  expect(await seen(new_)).toEqual([])
  const head = await readHead(owner)

  await changeChannel(owner, { channelId, teamId: seoul })
  expect(await seen(old)).toHaveLength(1)
  expect((await seen(new_)).sort()).toEqual([...mine].sort())
  expect((await conversationsOf(owner)).find(({ id }) => id === first)?.assigneeId).toBeNull()
  const told = async (ctx: Ctx) => {
    const since = await missed(core.app, ctx, head)
    if ('reload' in since) throw new Error('too far')
    return since.events.flatMap((one) => ('type' in one ? [one.type] : []))
  }
  expect(await told(old)).toEqual(['channel.changed', 'channel.conversationsMoved'])
  expect(await told(new_)).toEqual(['channel.changed', 'channel.conversationsMoved', 'conversation.assigned'])
  await expect(assignConversation(old, { id: first, assigneeId: null })).rejects.toMatchObject({
    code: expect.stringMatching(/notFound|forbidden/),
  })
})
