import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '#db/id.ts'
import { deliveryCount, event, snapshot } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { sentDelivery } from '#tests/support/figures.ts'
import { makeChannel } from '#tests/support/posts.ts'
import { transact } from '../core/transact.ts'
import { NetworkProblem } from '../network/network-problem.ts'
import { practice } from '../network/practice/practice.ts'
import { collectAllMetrics } from './collect-metrics.job.ts'
import { receiveCounts } from './receive-counts.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const MINUTE = 60_000

async function scene() {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId)
  const remoteId = newId()
  const at = Math.floor(Date.now() / MINUTE) * MINUTE
  core.setNow(at)
  const { deliveryId } = await sentDelivery(owner, { teamId, channelId, sentAt: at, remoteIds: [remoteId] })
  return { owner, channelId, remoteId, deliveryId, at }
}

const pointsOf = (workspaceId: string, subjectId: string) =>
  core.app.store.read
    .select({ metric: snapshot.metric, value: snapshot.value, gain: snapshot.gain })
    .from(snapshot)
    .where(and(eq(snapshot.workspaceId, workspaceId), eq(snapshot.subjectId, subjectId)))
    .orderBy(asc(snapshot.at), asc(snapshot.metric))

async function collectNow(): Promise<void> {
  await collectAllMetrics.run(
    {},
    {
      app: core.app,
      workspaceId: null,
      attempt: 1,
      lastAttempt: true,
      requestId: newId(),
      extend: async () => undefined,
      stopping: () => false,
    },
  )
  await core.runner.drain()
}

it('counts fresh posts each minute and writes a snapshot only when a number changed', async () => {
  const { owner, remoteId, deliveryId, at } = await scene()
  const answers = [
    { likes: 2, comments: 0 },
    { likes: 2, comments: 0 },
    { likes: 5, comments: 1 },
    { likes: 4, comments: 1 },
  ]
  const asked = vi.spyOn(practice, 'metrics')
  for (const [minute, values] of answers.entries()) {
    core.setNow(at + minute * MINUTE)
    asked.mockResolvedValueOnce([{ remoteId, at: at + minute * MINUTE, values }])
    await collectNow()
  }
  expect(await pointsOf(owner.workspaceId, deliveryId)).toEqual([
    { metric: 'likes', value: 2, gain: 2 },
    { metric: 'comments', value: 1, gain: 1 },
    { metric: 'likes', value: 5, gain: 3 },
    { metric: 'likes', value: 4, gain: -1 },
  ])
  const events = await core.app.store.read
    .select({ data: event.data })
    .from(event)
    .where(and(eq(event.workspaceId, owner.workspaceId), eq(event.type, 'metric.collected')))
    .orderBy(event.n)
  expect(events.map(({ data }) => (data as { gains: unknown }).gains)).toEqual([
    { likes: 2 },
    { comments: 1, likes: 3 },
    { likes: -1 },
  ])
  // A post of two days is asked for once an hour, not each minute.
  asked.mockClear()
  core.setNow(at + 2 * 86_400_000)
  await collectNow()
  core.setNow(at + 2 * 86_400_000 + MINUTE)
  await collectNow()
  expect(asked.mock.calls.filter(([ids]) => ids.includes(remoteId)).length).toBe(1)
  asked.mockRestore()
})

it('waits as long as a limited network says, and keeps what came with the news', async () => {
  const { owner, channelId, remoteId, deliveryId, at } = await scene()
  const asked = vi.spyOn(practice, 'metrics')
  asked.mockRejectedValueOnce(new NetworkProblem('rateLimited', 'slow down', { retryAt: at + 10 * MINUTE }))
  await collectNow()
  core.setNow(at + 5 * MINUTE)
  await collectNow()
  expect(asked).toHaveBeenCalledTimes(1)
  asked.mockResolvedValueOnce([
    { remoteId, at, values: { likes: 7, nonsense: 3, comments: Number.NaN } as never },
  ])
  core.setNow(at + 10 * MINUTE)
  await collectNow()
  asked.mockRestore()
  const news = { items: [], counts: [{ remoteId, at, values: { likes: 9 } }], cursor: '1', more: false }
  await transact(owner, (tx) =>
    receiveCounts(tx, { id: channelId, workspaceId: owner.workspaceId, teamId: '' } as never, news),
  )
  const points = await pointsOf(owner.workspaceId, deliveryId)
  expect(points.reduce((sum, one) => sum + one.gain, 0)).toBe(9)
  expect(points.at(-1)?.value).toBe(9)
})

it('goes on from the numbers a history ends with, and adds the parts of a thread', async () => {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId)
  const at = Date.now()
  core.setNow(at)
  const remoteIds = [newId(), newId()]
  const { deliveryId } = await sentDelivery(owner, { teamId, channelId, sentAt: at - MINUTE, remoteIds })
  await core.app.store.write(async (db) => {
    await db.insert(snapshot).values({
      id: newId(),
      workspaceId: owner.workspaceId,
      channelId,
      subject: 'delivery',
      subjectId: deliveryId,
      metric: 'likes',
      value: 10,
      gain: 10,
      at: at - 30_000,
    })
  })
  const asked = vi.spyOn(practice, 'metrics')
  asked.mockResolvedValueOnce(remoteIds.map((remoteId, i) => ({ remoteId, at, values: { likes: 6 + i } })))
  await collectNow()
  asked.mockRestore()
  const points = await pointsOf(owner.workspaceId, deliveryId)
  expect(points.at(-1)).toEqual({ metric: 'likes', value: 13, gain: 3 })
  const [row] = await core.app.store.read
    .select()
    .from(deliveryCount)
    .where(and(eq(deliveryCount.workspaceId, owner.workspaceId), eq(deliveryCount.deliveryId, deliveryId)))
  expect(row).toMatchObject({ total: { likes: 13 }, collectedAt: at, nextAt: at + MINUTE })
})

it('does not count the parts of our own thread as answers of people', async () => {
  const { owner, teamId } = await core.workspace()
  const channelId = await makeChannel(owner, teamId)
  const at = Date.now()
  core.setNow(at)
  const remoteIds = [newId(), newId(), newId()]
  const { deliveryId } = await sentDelivery(owner, { teamId, channelId, sentAt: at - MINUTE, remoteIds })
  const asked = vi.spyOn(practice, 'metrics')
  // The first is answered by our second part and by somebody, the second by our third, the third by nobody.
  asked.mockResolvedValueOnce(
    remoteIds.map((remoteId, part) => ({ remoteId, at, values: { comments: 2 - part } })),
  )
  await collectNow()
  asked.mockRestore()
  expect(await pointsOf(owner.workspaceId, deliveryId)).toEqual([{ metric: 'comments', value: 1, gain: 1 }])
})
