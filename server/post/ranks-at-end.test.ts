import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { makePost, setPost } from '#tests/support/posts.ts'
import { transact } from '../core/transact.ts'
import { rankAtEnd, ranksAtEnd } from './ranks-at-end.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

it('begins where nothing stands yet', async () => {
  const { owner } = await core.workspace()
  const ranks = await transact(owner, (tx) => ranksAtEnd(tx, 3))
  expect(ranks).toHaveLength(3)
  expect([...ranks].sort()).toEqual(ranks)
  expect(await transact(owner, (tx) => ranksAtEnd(tx, 0))).toEqual([])
})

it('stands behind every card of the workspace whatever its stage, and of no other one', async () => {
  const { owner, teamId } = await core.workspace()
  const other = await core.workspace()
  const first = await makePost(owner, teamId)
  const done = await makePost(owner, teamId, { stage: 'draft' })
  await setPost(owner, done.id, { stage: 'published' })
  const theirs = await makePost(other.owner, other.teamId)
  await setPost(other.owner, theirs.id, { rank: 'zzzzzz' })
  const ranks = await transact(owner, (tx) => ranksAtEnd(tx, 50))
  const [one] = [await transact(owner, rankAtEnd)]
  expect(new Set(ranks).size).toBe(50)
  expect([...ranks].sort()).toEqual(ranks)
  for (const rank of [ranks[0] ?? '', one]) {
    expect(rank > first.rank && rank > done.rank).toBe(true)
    expect(rank < 'zzzzzz').toBe(true)
  }
})
