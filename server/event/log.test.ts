import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { event, post } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { emit, transact } from '../core/transact.ts'
import { createPost } from '../post/create-post.ts'
import { missed } from './missed.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const input = (teamId: string, title: string) =>
  createPost.input.parse({ teamId, title }) as Parameters<typeof createPost>[1]

it('numbers events without gaps under concurrent writes', async () => {
  const { owner, teamId } = await core.workspace()
  await Promise.all(Array.from({ length: 50 }, (_, i) => createPost(owner, input(teamId, `Post ${i}`))))
  const rows = await core.app.store.read
    .select({ n: event.n })
    .from(event)
    .where(eq(event.workspaceId, owner.workspaceId))
    .orderBy(event.n)
  expect(rows.map((row) => row.n)).toEqual(rows.map((_, i) => i + 1))
  expect(rows.length).toBe(53)
})

it('leaves neither row nor event nor number behind when the work fails', async () => {
  const { owner, teamId } = await core.workspace()
  const before = await missed(core.app, owner, 0)
  await expect(
    transact(owner, async (tx) => {
      await tx.db.delete(post).where(eq(post.workspaceId, owner.workspaceId))
      throw new Error('stop')
    }),
  ).rejects.toThrow('stop')
  await createPost(owner, input(teamId, 'After'))
  const after = await missed(core.app, owner, 0)
  if ('reload' in before || 'reload' in after) throw new Error('too far')
  expect(after.head).toBe(before.head + 1)
})

it('lets each of many at once fail alone, without a gap', async () => {
  const { owner, teamId } = await core.workspace()
  const taken = newId()
  const add = (id: string, title: string) =>
    transact(owner, async (tx) => {
      const at = {
        createdAt: tx.now,
        updatedAt: tx.now,
        stage: 'idea' as const,
        rank: 'a0',
        media: [],
        labels: [],
      }
      await tx.db.insert(post).values({ id, workspaceId: owner.workspaceId, teamId, title, text: '', ...at })
      const audience = { permission: 'post:read' as const, teamId }
      emit(tx, 'post.archived', { id, title }, { subjectId: id, audience })
      if (title === 'no') throw new Error('stop')
    })
  const ends = await Promise.allSettled([
    add(taken, 'yes'),
    add(newId(), 'no'),
    add(taken, 'taken'),
    add(newId(), 'yes'),
  ])
  const how = ends.map((end) =>
    end.status === 'rejected' ? (end.reason.code ?? end.reason.message) : 'done',
  )
  expect(how.sort()).toEqual(['done', 'done', 'request.conflict', 'stop'])
  const seen = await missed(core.app, owner, 3)
  expect('events' in seen && seen.events.map(({ n }) => n)).toEqual([4, 5])
})

it('refuses a read beside the transaction it belongs to', async () => {
  const { owner } = await core.workspace()
  await expect(transact(owner, async () => owner.store.read.select().from(post))).rejects.toThrow(/beside/)
})

it('refuses a transaction inside a transaction', async () => {
  const { owner } = await core.workspace()
  await expect(transact(owner, () => transact(owner, async () => 1))).rejects.toThrow(/inside/)
})

it('gives those who may not see an event only its number', async () => {
  const { owner, teamId } = await core.workspace()
  const other = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [other] })
  await createPost(owner, input(teamId, 'Secret'))
  await createPost(owner, input(other, 'Ours'))
  const seen = await missed(core.app, regional, 3)
  if ('reload' in seen) throw new Error('too far')
  expect(seen.events[0]).toEqual({ n: 4 })
  expect(seen.events[1]).toMatchObject({ n: 5, type: 'post.created', data: { post: { title: 'Ours' } } })
})

it('hands what was missed on in pages of a size, however large single events are', async () => {
  const { owner, teamId } = await core.workspace()
  const text = 'x'.repeat(150_000)
  for (let i = 0; i < 10; i++)
    await transact(owner, async (tx) => {
      const data = { id: 'i', importName: text, made: 0, updated: 0, bad: 0 }
      emit(tx, 'import.finished', data, { subjectId: 'i', audience: { permission: 'post:read', teamId } })
    })
  const numbers: number[] = []
  let pages = 0
  for (let n = 3; ; pages++) {
    const seen = await missed(core.app, owner, n)
    if ('reload' in seen) throw new Error('too far')
    expect(JSON.stringify(seen).length).toBeLessThan(1_100_000)
    numbers.push(...seen.events.map((one) => one.n))
    n = numbers.at(-1) ?? n
    if (n >= seen.head) break
  }
  expect(pages).toBe(1)
  expect(numbers).toEqual(Array.from({ length: 10 }, (_, i) => i + 4))
})

it('has those read anew who know of more than there is: a backup was put back', async () => {
  const { owner } = await core.workspace()
  expect(await missed(core.app, owner, 3)).toEqual({ events: [], head: 3 })
  expect(await missed(core.app, owner, 4)).toEqual({ reload: true, head: 3 })
})

it('makes one post of a retried creation', async () => {
  const { owner, teamId } = await core.workspace()
  const once = { ...input(teamId, 'Once'), id: newId() }
  await createPost(owner, once)
  await createPost(owner, once)
  const seen = await missed(core.app, owner, 3)
  expect('events' in seen && seen.events.length).toBe(1)
})
