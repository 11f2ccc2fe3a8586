import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { createCampaign } from '../campaign/create-campaign.ts'
import { resolveThread } from '../comment/resolve-thread.ts'
import { startThread } from '../comment/start-thread.ts'
import { archivePost } from '../post/archive-post.ts'
import { readBoardPage, readDaysPage } from '../post/board-page.reads.ts'
import { readBoard } from '../post/card.reads.ts'
import { unpackCards } from '../post/card-pack.rules.ts'
import { changePost } from '../post/change-post.ts'
import { createPost } from '../post/create-post.ts'
import { readDays } from '../post/month.reads.ts'
import { movePost } from '../post/move-post.ts'
import { reschedulePost } from '../post/reschedule-post.ts'
import { readDirectory } from '../workspace/directory.reads.ts'
import { atHead, readHead } from './at-head.ts'
import type { Ctx } from './ctx.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const post = (teamId: string, title: string) => createPost.input.parse({ teamId, title })

it('reads once for all who ask, and again when something has happened', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor')
  const read = vi.fn(async (_ctx: unknown, head: number) => ({ head }))
  const kept = atHead(() => '', read)
  const [one, two] = await Promise.all([kept(owner), kept(mina)])
  expect(two).toBe(one)
  expect(read).toHaveBeenCalledTimes(1)
  await createPost(owner, post(teamId, 'News'))
  expect(await kept(mina)).toEqual({ head: await readHead(owner) })
  expect(read).toHaveBeenCalledTimes(2)
})

it('tells workspaces and whatever else counts apart, and keeps no failure', async () => {
  const [here, there] = [await core.workspace(), await core.workspace()]
  const read = vi.fn(async (ctx: { workspaceId: string }) => ctx.workspaceId)
  const kept = atHead(({ locale }) => locale, read)
  expect(await kept(here.owner)).toBe(here.owner.workspaceId)
  expect(await kept(there.owner)).toBe(there.owner.workspaceId)
  await kept({ ...here.owner, locale: 'ko' })
  expect(read).toHaveBeenCalledTimes(3)
  read.mockRejectedValueOnce(new Error('down'))
  await createPost(here.owner, post(here.teamId, 'News'))
  await expect(kept(here.owner)).rejects.toThrow('down')
  expect(await kept(here.owner)).toBe(here.owner.workspaceId)
})

it('a board and a month that are kept are what a fresh look gives, whatever is done to them', async () => {
  const { owner, teamId } = await core.workspace()
  const same = async () => {
    const page = await readBoardPage(owner)
    expect(page.head).toBe(await readHead(owner))
    const cards = await readBoard(owner)
    expect(unpackCards(page.cards)).toEqual(cards)
    const month = await readDaysPage(owner, '2086-09-01', '2086-09-30')
    expect(month.head).toBe(page.head)
    const days = await readDays(owner, '2086-09-01', '2086-09-30')
    expect(unpackCards(month.cards)).toEqual(days)
    expect(days.map(({ id }) => id)).toEqual(cards.filter(({ sendLocal }) => sendLocal).map(({ id }) => id))
    return cards
  }
  expect(await same()).toEqual([])
  const { id } = await createPost(owner, post(teamId, 'One'))
  const [card] = await same()
  await changePost(owner, { id, title: 'Two', labels: ['late'] })
  await same()
  const from = { stage: 'idea' as const, rank: card!.rank }
  await movePost(owner, { id, from, to: { stage: 'draft', rank: card!.rank } })
  await same()
  const to = { day: '2086-09-30' }
  await reschedulePost(
    owner,
    reschedulePost.input.parse({ id, from: { sendLocal: null, sendZone: null }, to }),
  )
  await same()
  const { id: threadId } = await startThread(
    owner,
    startThread.input.parse({ postId: id, body: 'Is that so?' }),
  )
  expect((await same())[0]?.openThreads).toBe(1)
  await resolveThread(owner, { threadId })
  expect((await same())[0]?.openThreads).toBe(0)
  await archivePost(owner, { id })
  expect(await same()).toEqual([])
})

it('who may see less never gets what was kept for who may see more', async () => {
  const { owner } = await core.workspace()
  const [here, there] = [await core.team(owner, 'Seoul'), await core.team(owner, 'Busan')]
  const narrowed = await core.member(owner, 'viewer', { narrowedTo: [here] })
  const campaign = { teamId: there, name: 'Secret of Busan', startsOn: '2026-09-01' }
  await createCampaign(owner, createCampaign.input.parse(campaign))
  const names = async (ctx: Ctx) => (await readDirectory(ctx)).campaigns.map(({ name }) => name)
  expect(await names(owner)).toEqual(['Secret of Busan'])
  expect(await names(narrowed)).toEqual([])
  expect(await names(owner)).toEqual(['Secret of Busan'])
})
