import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { event } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { conversationsOf, inbound, messagesOf, receive } from '#tests/support/inbox.ts'
import { codeOf, makeChannel } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { correctSentiment } from '../sentiment/correct-sentiment.ts'
import { assignConversation } from './assign-conversation.ts'
import { claimConversation, releaseConversation } from './claim-conversation.ts'
import { readInbox, readInboxCounts, readInboxRows } from './conversation.reads.ts'
import { conversationVerbs } from './conversation.verbs.ts'
import { inboxQuery } from './inbox.rules.ts'
import { seeConversation } from './see-conversation.ts'
import { setConversationState } from './set-state.ts'
import { readThread } from './thread.reads.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function inbox(messages = 1) {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId)
  const at = Date.now() - 60_000
  const items = Array.from({ length: messages }, (_, n) => inbound({ remoteId: `m${n}`, at: at + n }))
  await receive(owner, channelId, items)
  const rows = await conversationsOf(owner)
  const id = rows.find((row) => row.remoteThread === 'm0')?.id ?? ''
  return { owner, teamId, channelId, id, agent: await core.member(owner, 'agent', { name: 'Ada' }) }
}
const row = async (ctx: Ctx, id: string) => (await readInboxRows(ctx, [id]))[0]
const query = (more: object = {}) => inboxQuery.parse(more)
const said = async (ctx: Ctx) =>
  (await ctx.store.read.select().from(event).where(eq(event.workspaceId, ctx.workspaceId))).map(
    ({ type }) => type,
  )

it('lets one be on it, tells the next who, and hands it over when asked', async () => {
  const { owner, agent, id } = await inbox()
  const claim = await claimConversation(agent, { id, force: false })
  expect(claim.memberId).toBe(agent.memberId)
  expect(await codeOf(claimConversation(owner, { id, force: false }))).toBe('conversation.claimed')
  await claimConversation(agent, { id, force: false })
  expect((await said(owner)).filter((type) => type === 'conversation.claimed')).toHaveLength(1)
  await claimConversation(owner, { id, force: true })
  await releaseConversation(agent, { id })
  expect((await row(owner, id))?.claim?.memberId).toBe(owner.memberId)
  await releaseConversation(owner, { id })
  expect((await row(owner, id))?.claim).toBeNull()
})

it('hands a conversation only to those who may read it', async () => {
  const { owner, agent, id } = await inbox()
  const elsewhere = await core.team(owner, 'Iberia')
  const stranger = await core.member(owner, 'agent', { narrowedTo: [elsewhere] })
  await assignConversation(owner, { id, assigneeId: agent.memberId })
  expect(await codeOf(assignConversation(owner, { id, assigneeId: stranger.memberId }))).toBe(
    'conversation.cannotRead',
  )
  expect(await codeOf(assignConversation(owner, { id, assigneeId: 'nobody' }))).toBe('request.notFound')
  expect((await row(owner, id))?.assigneeId).toBe(agent.memberId)
  expect(await readInboxCounts(agent)).toMatchObject({ open: 1, mine: 1, unassigned: 0 })
})

it('closes only what has ended, and keeps why', async () => {
  const { owner, channelId, id } = await inbox()
  const close = (reason: string, note = '') =>
    codeOf(perform(owner, setConversationState, { id, to: 'closed', reason, note }))
  expect(await close('answered')).toBe('conversation.unanswered')
  expect(await close('other')).toBe('conversation.noteNeeded')
  expect(await close('spam', 'sells pills')).toBe('done')
  expect((await messagesOf(owner))[0]).toMatchObject({
    dismissed: { reason: 'spam', note: 'sells pills' },
    dismissedBy: owner.memberId,
  })
  expect(await readInboxCounts(owner)).toEqual({
    open: 0,
    unassigned: 0,
    mine: 0,
    waiting: 0,
    closed: 1,
    all: 1,
  })
  // A new word of theirs brings it back, and has to end, too.
  await receive(owner, channelId, [inbound({ remoteId: 'again', threadId: 'm0' })])
  expect(await row(owner, id)).toMatchObject({ state: 'open', closedReason: null, unread: true })
  expect(await close('answered')).toBe('conversation.unanswered')
})

it('puts aside until the moment, and not again after it was changed', async () => {
  const { owner, id } = await inbox()
  const until = Date.now() + 3_600_000
  const snooze = (to: number) => perform(owner, setConversationState, { id, to: 'snoozed', until: to })
  expect(await codeOf(snooze(Date.now() - 1))).toBe('conversation.snoozeTime')
  await snooze(until)
  await snooze(until + 1000)
  core.setNow(until + 500)
  await core.runner.drain()
  expect((await row(owner, id))?.state).toBe('snoozed')
  core.setNow(until + 1_500)
  await core.runner.drain()
  expect((await row(owner, id))?.state).toBe('open')
  core.setNow(undefined)
})

it('keeps a correction, and shows it where the last word sounds', async () => {
  const { owner, agent, id } = await inbox()
  const [message] = await messagesOf(owner)
  await correctSentiment(agent, { messageId: message?.id ?? '', label: 'negative' })
  const thread = await readThread(owner, id)
  expect(thread.messages[0]).toMatchObject({ sentiment: 'negative', by: agent.memberId })
  expect(thread.row.sentiment).toBe('negative')
})

it('pages without gaps or doubles while new messages arrive', async () => {
  const { owner, channelId } = await inbox(120)
  const seen: string[] = []
  let next: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readInbox>> = await readInbox(owner, query({ view: 'all' }), next)
    seen.push(...page.rows.map(({ id }) => id))
    next = page.next
    await receive(owner, channelId, [inbound({ remoteId: `new${seen.length}` })])
  } while (next)
  expect(seen).toHaveLength(120)
  expect(new Set(seen).size).toBe(120)
  expect((await readInbox(owner, query(), 'nonsense')).rows).toHaveLength(50)
})

it('finds names, handles and words in either case, and takes signs as they are', async () => {
  const { owner, channelId } = await inbox()
  await receive(owner, channelId, [
    inbound({
      remoteId: 'k',
      text: '배송이 100% 늦어요',
      author: { remoteId: 'k', handle: 'Kim_J', name: '김지우', avatarUrl: null },
    }),
  ])
  const found = async (q: string) => (await readInbox(owner, query({ q }))).rows.map(({ name }) => name)
  expect(await found('배송')).toEqual(['김지우'])
  expect(await found('KIM_j')).toEqual(['김지우'])
  expect(await found('100%')).toEqual(['김지우'])
  expect(await found('%')).toEqual(['김지우'])
  expect(await found('kimxj')).toEqual([])
  expect(await found('ANN')).toEqual(['Ann'])
})

it('marks as read for oneself alone', async () => {
  const { owner, agent, id } = await inbox()
  await seeConversation(agent, { id })
  expect((await row(agent, id))?.unread).toBe(false)
  expect((await row(owner, id))?.unread).toBe(true)
})

it('shows and lets touch nothing of another team or workspace, and lets viewers only read', async () => {
  const { owner, id } = await inbox()
  const message = (await messagesOf(owner))[0]?.id ?? ''
  const elsewhere = await core.team(owner, 'Iberia')
  const otherTeam = await core.member(owner, 'manager', { narrowedTo: [elsewhere] })
  const { owner: otherHouse } = await core.workspace('Rival')
  const viewer = await core.member(owner, 'viewer')
  const attempts: [keyof typeof conversationVerbs, object][] = [
    ['assignConversation', { id, assigneeId: null }],
    ['claimConversation', { id, force: true }],
    ['releaseConversation', { id }],
    ['setConversationState', { id, to: 'closed', reason: 'spam' }],
    ['replyConversation', { id: crypto.randomUUID(), conversationId: id, text: 'hi' }],
    ['correctSentiment', { messageId: message, label: 'positive' }],
    ['settleReply', { messageId: message, as: 'drop' }],
  ]
  for (const [name, input] of attempts) {
    const verb = conversationVerbs[name] as (typeof conversationVerbs)['seeConversation']
    for (const ctx of [otherTeam, otherHouse])
      expect([name, await codeOf(perform(ctx, verb, input))]).toEqual([name, 'request.notFound'])
    expect([name, await codeOf(perform(viewer, verb, input))]).toEqual([name, 'request.forbidden'])
  }
  for (const ctx of [otherTeam, otherHouse]) {
    expect(await codeOf(readThread(ctx, id))).toBe('request.notFound')
    expect((await readInbox(ctx, query({ view: 'all' }))).rows).toEqual([])
    expect((await readInboxCounts(ctx)).all).toBe(0)
    expect(await readInboxRows(ctx, [id])).toEqual([])
  }
  expect((await readThread(viewer, id)).messages).toHaveLength(1)
})
